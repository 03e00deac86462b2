import { defineVocabulary } from './vocabulary.ts';

/** Why the patent office did not accept a declaration of an open licence (Implementing Regulations r. 85-86). */
export const openLicenceRefusals = defineVocabulary('openLicenceRefusals', [
  { code: 'not-eligible', zh: '专利不符合声明条件', en: 'The patent is not eligible' },
  { code: 'form', zh: '声明内容不符合要求', en: 'The declaration does not meet the requirements' },
  { code: 'documents', zh: '材料不齐', en: 'Documents are missing' },
  { code: 'consent', zh: '缺少共有人或质权人同意', en: 'Consent of a co-owner or pledgee is missing' },
  { code: 'other', zh: '其他原因', en: 'Another reason' },
]);
