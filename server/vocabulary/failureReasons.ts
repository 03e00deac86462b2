import { defineVocabulary } from './vocabulary.ts';

/** Why talks ended before a signature. */
export const failureReasons = defineVocabulary('failureReasons', [
  { code: 'price', zh: '价格未谈拢', en: 'No agreement on price' },
  { code: 'terms', zh: '合作方式或条款未谈拢', en: 'No agreement on terms' },
  { code: 'ownership', zh: '权属不清或成果归属有分歧', en: 'Ownership unclear or disputed' },
  { code: 'consent-missing', zh: '共有人或质权人不同意', en: 'A co-owner or pledgee did not consent' },
  { code: 'right-ended', zh: '专利失效或权利受限', en: 'The right ended or is bound' },
  { code: 'technical-check', zh: '技术验证未达到要求', en: 'The technology did not pass its test' },
  { code: 'funding', zh: '资金未落实', en: 'Funding fell through' },
  { code: 'approval', zh: '未获内部批准', en: 'No internal approval' },
  { code: 'objection', zh: '公示期间有异议', en: 'An objection during public notice' },
  { code: 'other-partner', zh: '选择了其他合作方', en: 'Another partner was chosen' },
  { code: 'no-response', zh: '对方不再回应', en: 'The other side stopped answering' },
  { code: 'need-gone', zh: '需求或计划有变化', en: 'The need or the plans changed' },
  { code: 'export-control', zh: '技术进出口限制', en: 'Technology import or export rules' },
  { code: 'other', zh: '其他原因', en: 'Another reason' },
]);
