import { defineVocabulary } from './vocabulary.ts';

/** Category of an achievement on the registration form. */
export const achievementCategories = defineVocabulary('achievementCategories', [
  { code: 'applied', zh: '应用技术', en: 'Applied technology' },
  { code: 'basic', zh: '基础理论', en: 'Basic theory' },
  { code: 'soft-science', zh: '软科学', en: 'Soft science' },
]);
