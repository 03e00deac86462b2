import { defineVocabulary } from './vocabulary.ts';

/** What may be filed with an authority after signing, each independent of the others. */
export const dealMarks = defineVocabulary('dealMarks', [
  { code: 'registered', zh: '合同已认定登记', en: 'Contract registered' },
  { code: 'recorded', zh: '许可已备案', en: 'Licence recorded' },
  { code: 'transferred', zh: '权利已转移登记', en: 'Transfer registered' },
]);
