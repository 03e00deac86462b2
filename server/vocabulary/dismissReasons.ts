import { defineVocabulary } from './vocabulary.ts';

/** Why an operator set a suggested match aside. */
export const dismissReasons = defineVocabulary('dismissReasons', [
  { code: 'wrong-subject', zh: '技术内容不相干', en: 'The subject does not fit' },
  { code: 'metrics-not-met', zh: '指标达不到要求', en: 'The targets are not met' },
  { code: 'too-early', zh: '成熟度不够', en: 'Not mature enough' },
  { code: 'terms', zh: '合作方式或预算不合适', en: 'Terms or budget do not fit' },
  { code: 'territory', zh: '地域不合适', en: 'The territory does not fit' },
  { code: 'rights', zh: '权利状况不允许', en: 'The state of the rights forbids it' },
  { code: 'already-in-contact', zh: '双方已在接触', en: 'They are already in contact' },
  { code: 'same-group', zh: '双方属于同一单位或集团', en: 'Same house or group' },
  { code: 'duplicate', zh: '与另一条匹配重复', en: 'A duplicate of another match' },
  { code: 'outdated', zh: '信息已过时', en: 'Out of date' },
  { code: 'other', zh: '其他原因', en: 'Another reason' },
]);
