import { defineVocabulary } from './vocabulary.ts';

/** What shows that an organisation is who it says it is. */
export const verificationEvidenceKinds = defineVocabulary('verificationEvidenceKinds', [
  { code: 'business-licence', zh: '营业执照', en: 'Business licence' },
  { code: 'institution-certificate', zh: '事业单位法人证书', en: 'Certificate of a public institution' },
  { code: 'association-certificate', zh: '社会团体法人登记证书', en: 'Certificate of an association' },
  { code: 'foreign-register', zh: '境外登记证明', en: 'Foreign register extract' },
  { code: 'authorisation-letter', zh: '授权委托书（加盖公章）', en: 'Letter of authorisation with seal' },
  { code: 'register-check', zh: '登记机关查询记录', en: 'Look-up in the public register' },
  { code: 'institution-mail', zh: '单位邮箱验证', en: 'Mail address of the house confirmed' },
  { code: 'personal-knowledge', zh: '工作人员当面核实', en: 'Checked in person by the office' },
]);
