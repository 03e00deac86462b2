import { defineVocabulary } from './vocabulary.ts';

/** Why a party finds a suggestion unsuitable. */
export const feedbackReasons = defineVocabulary('feedbackReasons', [
  { code: 'wrong-subject', zh: '不是我们要的技术', en: 'Not the technology we need' },
  { code: 'too-early', zh: '还不够成熟', en: 'Too early' },
  { code: 'metrics-not-met', zh: '达不到我们的指标', en: 'Does not meet our targets' },
  { code: 'too-expensive', zh: '价格超出预算', en: 'Beyond our budget' },
  { code: 'wrong-terms', zh: '合作方式不合适', en: 'The wrong form of cooperation' },
  { code: 'too-far', zh: '距离太远', en: 'Too far away' },
  { code: 'known', zh: '已经知道或已在接触', en: 'Known already' },
  { code: 'solved', zh: '需求已经解决', en: 'Already solved' },
  { code: 'unclear', zh: '说明看不明白', en: 'The description is unclear' },
  { code: 'other', zh: '其他原因', en: 'Another reason' },
]);
