import { defineVocabulary } from './vocabulary.ts';

/** What a file attached to a listing, a patent or a deal is. */
export const attachmentKinds = defineVocabulary('attachmentKinds', [
  { code: 'image', zh: '图片', en: 'Image' },
  { code: 'description', zh: '技术说明', en: 'Technical description' },
  { code: 'drawing', zh: '图纸', en: 'Drawing' },
  { code: 'presentation', zh: '介绍材料', en: 'Presentation' },
  { code: 'test-report', zh: '检测报告', en: 'Test report' },
  { code: 'certificate', zh: '证书或登记证明', en: 'Certificate' },
  { code: 'evaluation-report', zh: '专利权评价报告', en: 'Patent right evaluation report' },
  { code: 'register-extract', zh: '专利登记簿副本', en: 'Register extract' },
  { code: 'declaration', zh: '开放许可声明', en: 'Open-licence declaration' },
  { code: 'announcement', zh: '公告文本', en: 'Announcement' },
  { code: 'co-owner-consent', zh: '共有人同意书', en: 'Consent of co-owners' },
  { code: 'pledgee-consent', zh: '质权人同意书', en: 'Consent of the pledgee' },
  { code: 'power-of-attorney', zh: '委托书', en: 'Power of attorney' },
  { code: 'fee-note', zh: '许可使用费计算说明', en: 'Note on how the fee was calculated' },
  { code: 'identity-proof', zh: '身份证明', en: 'Proof of identity' },
  { code: 'nda', zh: '保密协议', en: 'Non-disclosure agreement' },
  { code: 'contract', zh: '合同', en: 'Contract' },
  { code: 'payment-proof', zh: '付款凭证', en: 'Proof of payment' },
  { code: 'registration-proof', zh: '登记或备案证明', en: 'Proof of registration or recordal' },
  { code: 'implementation-proof', zh: '实施证明', en: 'Evidence of use' },
  { code: 'other', zh: '其他', en: 'Other' },
]);
