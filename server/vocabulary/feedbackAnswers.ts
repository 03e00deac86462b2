import { defineVocabulary } from './vocabulary.ts';

/** What a party answers to a suggestion. */
export const feedbackAnswers = defineVocabulary('feedbackAnswers', [
  { code: 'relevant', zh: '有兴趣', en: 'Relevant' },
  { code: 'not-relevant', zh: '不相关', en: 'Not relevant' },
  { code: 'later', zh: '以后再看', en: 'Later' },
]);
