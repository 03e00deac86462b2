import { defineVocabulary } from './vocabulary.ts';

/** Size of an enterprise by the classification rules for SMEs (2011). */
export const companySizes = defineVocabulary('companySizes', [
  { code: 'large', zh: '大型企业', en: 'Large' },
  { code: 'medium', zh: '中型企业', en: 'Medium' },
  { code: 'small', zh: '小型企业', en: 'Small' },
  { code: 'micro', zh: '微型企业', en: 'Micro' },
]);
