import { defineVocabulary } from './vocabulary.ts';

/** What somebody asks for when they approach a listing. */
export const requestKinds = defineVocabulary('requestKinds', [
  { code: 'information', zh: '索取资料', en: 'Information' },
  { code: 'meeting', zh: '约谈', en: 'Meeting' },
  { code: 'licence', zh: '申请许可', en: 'Licence' },
  { code: 'proposal', zh: '提交解决方案', en: 'Proposal for a solution' },
  { code: 'assignment', zh: '受让', en: 'Assignment' },
  { code: 'co-development', zh: '合作开发', en: 'Co-development' },
]);
