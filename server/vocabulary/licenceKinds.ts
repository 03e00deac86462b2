import { defineVocabulary } from './vocabulary.ts';

/** Kinds of licence: SPC interpretation on technology contracts, art. 25; a licence that does not say is ordinary. */
export const licenceKinds = defineVocabulary('licenceKinds', [
  {
    code: 'exclusive',
    zh: '独占许可',
    en: 'Exclusive licence',
    note: '只有被许可人可以实施，许可人自己也不实施',
    noteEn: 'Only the licensee may use it; the licensor may not',
  },
  {
    code: 'sole',
    zh: '排他许可',
    en: 'Sole licence',
    note: '只有被许可人和许可人可以实施',
    noteEn: 'Only the licensee and the licensor may use it',
  },
  {
    code: 'ordinary',
    zh: '普通许可',
    en: 'Ordinary licence',
    note: '许可人可以再许可他人实施',
    noteEn: 'The licensor may license others too',
  },
  {
    code: 'sublicence',
    zh: '分许可',
    en: 'Sublicence',
    note: '被许可人经同意再许可第三人；约定不明的按普通许可',
    noteEn: 'Granted on by a licensee with consent; ordinary unless agreed otherwise',
  },
  {
    code: 'cross',
    zh: '交叉许可',
    en: 'Cross licence',
    note: '双方互相许可各自的专利',
    noteEn: 'Both sides license their patents to each other',
  },
]);
