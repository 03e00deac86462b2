import { defineVocabulary } from './vocabulary.ts';

/** Who may read a field of a listing, from the widest circle to the narrowest; `rank` orders them. */
export const fieldVisibilities = defineVocabulary('fieldVisibilities', [
  { code: 'public', zh: '所有人', en: 'Everybody', rank: 0 },
  { code: 'signed-in', zh: '登录用户', en: 'Signed-in users', rank: 1 },
  { code: 'parties', zh: '已建立联系的双方', en: 'The parties in contact', rank: 2 },
  { code: 'office', zh: '发布单位和平台', en: 'The owner and the office', rank: 3 },
]);
