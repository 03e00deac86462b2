import { defineVocabulary } from './vocabulary.ts';

/** Who should own what is developed for a demand. */
export const ownershipPreferences = defineVocabulary('ownershipPreferences', [
  { code: 'demander', zh: '归需求方', en: 'The demander' },
  { code: 'shared', zh: '双方共有', en: 'Both together' },
  { code: 'solver', zh: '归解决方，需求方获许可', en: 'The solver, with a licence to the demander' },
  { code: 'negotiable', zh: '协商确定', en: 'To be agreed' },
]);
