import { defineVocabulary } from '../vocabulary/vocabulary.ts';

/** Why an account is suspended. */
export const accountReasons = defineVocabulary('accountReasons', [
  { code: 'left-organisation', zh: '已离开原单位', en: 'Has left the organisation' },
  { code: 'false-identity', zh: '身份信息不实', en: 'Is not who the account says' },
  { code: 'misuse', zh: '违反平台使用规则', en: 'Broke the rules of the marketplace' },
  { code: 'complaint', zh: '收到投诉，正在核实', en: 'A complaint is being checked' },
  { code: 'security', zh: '账户可能被他人使用', en: 'Somebody else may be using the account' },
  { code: 'owner-request', zh: '本人申请', en: 'The person asked for it' },
  { code: 'other', zh: '其他原因', en: 'Another reason' },
]);
