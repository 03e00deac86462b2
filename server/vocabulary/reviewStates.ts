import { defineVocabulary } from './vocabulary.ts';

/** Where the review of a draft stands. */
export const reviewStates = defineVocabulary('reviewStates', [
  { code: 'none', zh: '未送审', en: 'Not in review' },
  { code: 'submitted', zh: '待审核', en: 'Waiting for review' },
  { code: 'city-checked', zh: '市级初审通过', en: 'Checked by the city' },
  { code: 'returned', zh: '退回修改', en: 'Returned for changes' },
  { code: 'rejected', zh: '不予发布', en: 'Rejected' },
]);
