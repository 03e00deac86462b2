import { defineVocabulary } from './vocabulary.ts';

/** Where the public side of a listing stands; the review of its draft is told apart. */
export const publicationStates = defineVocabulary('publicationStates', [
  { code: 'never', zh: '尚未发布', en: 'Not yet published' },
  { code: 'published', zh: '已发布', en: 'Published' },
  { code: 'suspended', zh: '暂停展示', en: 'Suspended' },
  { code: 'withdrawn', zh: '已撤回', en: 'Withdrawn' },
  { code: 'expired', zh: '已过期', en: 'Expired' },
  { code: 'concluded', zh: '已成交', en: 'Concluded' },
]);
