import { defineVocabulary } from './vocabulary.ts';

/** How a royalty rate moves over the years: Civil Code art. 846. */
export const rateShapes = defineVocabulary('rateShapes', [
  { code: 'fixed', zh: '固定比例', en: 'Fixed rate' },
  { code: 'increasing', zh: '逐年递增', en: 'Rising every year' },
  { code: 'decreasing', zh: '逐年递减', en: 'Falling every year' },
]);
