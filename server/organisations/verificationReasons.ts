import { defineVocabulary } from '../vocabulary/vocabulary.ts';

/** Why a request for verification is refused or a verification is revoked. */
export const verificationReasons = defineVocabulary('verificationReasons', [
  {
    code: 'evidence-unreadable',
    zh: '证明材料看不清或不完整',
    en: 'The evidence is unreadable or incomplete',
  },
  {
    code: 'evidence-missing',
    zh: '缺少加盖公章的授权委托书',
    en: 'The sealed letter of authorisation is missing',
  },
  { code: 'name-differs', zh: '名称与登记信息不一致', en: 'The name differs from the register' },
  {
    code: 'code-differs',
    zh: '统一社会信用代码与登记信息不一致',
    en: 'The credit code differs from the register',
  },
  {
    code: 'not-authorised',
    zh: '申请人未获单位授权',
    en: 'The applicant is not authorised by the organisation',
  },
  {
    code: 'deregistered',
    zh: '单位已注销或被吊销',
    en: 'The organisation is deregistered or its licence was revoked',
  },
  { code: 'duplicate', zh: '该单位已在平台登记', en: 'The organisation is registered here already' },
  { code: 'false-statement', zh: '提供的材料可能不实', en: 'The documents may be untrue' },
  { code: 'owner-request', zh: '单位自行申请', en: 'The organisation asked for it' },
  { code: 'other', zh: '其他原因', en: 'Another reason' },
]);
