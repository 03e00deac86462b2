import { defineVocabulary } from './vocabulary.ts';

/** Where an achievement comes from, on the registration form. */
export const achievementAttributes = defineVocabulary('achievementAttributes', [
  { code: 'original', zh: '原始性创新', en: 'Original innovation' },
  { code: 'absorbed', zh: '国外引进消化吸收创新', en: 'Built on imported technology' },
  { code: 'domestic-further', zh: '国内技术二次开发', en: 'Further development of domestic technology' },
]);
