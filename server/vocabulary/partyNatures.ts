import { defineVocabulary } from './vocabulary.ts';

/** Nature of a buyer or seller on the contract registration form. */
export const partyNatures = defineVocabulary('partyNatures', [
  { code: 'government', zh: '机关法人', en: 'Government body' },
  { code: 'research-institute', zh: '事业法人：科研机构', en: 'Public institution: research institute' },
  { code: 'university', zh: '事业法人：高等院校', en: 'Public institution: university' },
  { code: 'medical', zh: '事业法人：医疗卫生机构', en: 'Public institution: medical' },
  { code: 'other-public-institution', zh: '事业法人：其他', en: 'Public institution: other' },
  { code: 'association', zh: '社团法人', en: 'Association' },
  { code: 'domestic-enterprise', zh: '内资企业', en: 'Domestic enterprise' },
  { code: 'hmt-enterprise', zh: '港澳台商投资企业', en: 'Hong Kong, Macao or Taiwan invested enterprise' },
  { code: 'foreign-enterprise', zh: '外商投资企业', en: 'Foreign-invested enterprise' },
  { code: 'person', zh: '自然人', en: 'Person' },
]);
