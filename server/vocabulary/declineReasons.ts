import { defineVocabulary } from './vocabulary.ts';

/** Why a request was declined; eight reasons, because the other side gets to read the one chosen. */
export const declineReasons = defineVocabulary('declineReasons', [
  { code: 'not-relevant', zh: '与我们的方向不符', en: 'Not what we work on' },
  { code: 'too-early', zh: '技术还不够成熟', en: 'Too early' },
  { code: 'benefit-unclear', zh: '看不出明确的效益', en: 'The benefit is not clear' },
  { code: 'route-unclear', zh: '技术路线不清楚', en: 'The technical route is not clear' },
  { code: 'description-unclear', zh: '说明不足，无法判断', en: 'Not enough said to judge' },
  { code: 'solved-otherwise', zh: '已有其他解决办法', en: 'Solved another way' },
  { code: 'no-capacity', zh: '目前没有人力或经费', en: 'No people or money for it now' },
  { code: 'terms', zh: '条件或权利状况不合适', en: 'Terms or rights do not suit' },
]);
