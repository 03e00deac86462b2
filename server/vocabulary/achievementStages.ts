import { defineVocabulary } from './vocabulary.ts';

/** Stage of an achievement on the registration form. */
export const achievementStages = defineVocabulary('achievementStages', [
  { code: 'initial', zh: '初期阶段（实验室、小试）', en: 'Early stage (laboratory, small trial)' },
  { code: 'pilot', zh: '中期阶段（中试）', en: 'Middle stage (pilot scale)' },
  { code: 'mature', zh: '成熟应用阶段', en: 'Mature, in use' },
]);
