import { defineVocabulary } from './vocabulary.ts';

/** Kinds of organisation that take part. */
export const organisationKinds = defineVocabulary('organisationKinds', [
  { code: 'university', zh: '高等院校', en: 'University' },
  { code: 'research-institute', zh: '科研院所', en: 'Research institute' },
  { code: 'enterprise', zh: '企业', en: 'Enterprise' },
  { code: 'medical', zh: '医疗卫生机构', en: 'Medical institution' },
  { code: 'other-public-institution', zh: '其他事业单位', en: 'Other public institution' },
  { code: 'association', zh: '社会团体', en: 'Association' },
  { code: 'intermediary', zh: '技术转移服务机构', en: 'Technology-transfer service' },
  { code: 'government', zh: '政府机关', en: 'Government body' },
  { code: 'office', zh: '平台运营机构', en: 'Marketplace office' },
]);
