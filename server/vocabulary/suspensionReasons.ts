import { defineVocabulary } from './vocabulary.ts';

/** Why a published listing is taken off the public pages for a time. */
export const suspensionReasons = defineVocabulary('suspensionReasons', [
  { code: 'complaint', zh: '收到投诉，正在核实', en: 'A complaint is being checked' },
  { code: 'right-ended', zh: '专利权已终止或届满', en: 'The patent lapsed or expired' },
  { code: 'fee-overdue', zh: '专利年费逾期未缴', en: 'Patent fees are overdue' },
  { code: 'dispute', zh: '权属争议或被采取保全措施', en: 'A dispute over ownership or a court preservation' },
  { code: 'pledged', zh: '质押情况需要核实', en: 'A pledge needs checking' },
  { code: 'false-statement', zh: '内容可能不实', en: 'Statements may be untrue' },
  { code: 'secrecy', zh: '可能涉及秘密或限制出口技术', en: 'May touch secrets or restricted technology' },
  { code: 'owner-unverified', zh: '发布单位的身份需要重新核实', en: 'The owner must be verified again' },
  { code: 'owner-request', zh: '发布单位申请暂停', en: 'The owner asked for it' },
  { code: 'other', zh: '其他原因', en: 'Another reason' },
]);
