import { defineVocabulary } from './vocabulary.ts';

/**
 * Ways to put an achievement to use: Law on Promoting the Conversion of Scientific and Technological
 * Achievements, art. 16.
 */
export const conversionModes = defineVocabulary('conversionModes', [
  { code: 'self-implementation', zh: '自行投资实施', en: 'Own investment and use' },
  { code: 'transfer', zh: '转让', en: 'Transfer' },
  { code: 'licence', zh: '许可', en: 'Licence' },
  { code: 'joint-implementation', zh: '合作实施', en: 'Joint implementation' },
  { code: 'equity', zh: '作价投资', en: 'Contribution as equity' },
  { code: 'other', zh: '其他方式', en: 'Other way' },
]);
