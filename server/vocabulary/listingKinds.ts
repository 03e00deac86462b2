import { defineVocabulary } from './vocabulary.ts';

/** What can be posted on the marketplace. */
export const listingKinds = defineVocabulary('listingKinds', [
  { code: 'achievement', zh: '科技成果', en: 'Achievement' },
  { code: 'patent', zh: '专利', en: 'Patent' },
  { code: 'open-licence', zh: '开放许可', en: 'Open licence' },
  { code: 'demand', zh: '技术需求', en: 'Demand' },
]);
