import { defineVocabulary } from './vocabulary.ts';

/** States of a deal, from first interest to use in production. */
export const dealStates = defineVocabulary('dealStates', [
  { code: 'interest', zh: '已表达意向', en: 'Interest expressed' },
  { code: 'contact', zh: '已建立联系', en: 'In contact' },
  { code: 'nda', zh: '已签保密协议', en: 'NDA signed' },
  { code: 'negotiating', zh: '洽谈中', en: 'Negotiating' },
  { code: 'agreed', zh: '已达成一致', en: 'Terms agreed' },
  { code: 'public-notice', zh: '公示中', en: 'Public notice' },
  { code: 'signed', zh: '已签约', en: 'Signed' },
  { code: 'implemented', zh: '已实施', en: 'Implemented' },
  { code: 'industrialised', zh: '已产业化', en: 'Industrialised' },
  { code: 'declined', zh: '已谢绝', en: 'Declined' },
  { code: 'stale', zh: '长期未回应', en: 'Unanswered' },
  { code: 'failed', zh: '未成', en: 'Not concluded' },
]);
