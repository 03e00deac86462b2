import { defineVocabulary } from './vocabulary.ts';

/** Kinds of patent; `termYears` from the filing date (Patent Law art. 42), null where no right exists yet. */
export const patentKinds = defineVocabulary('patentKinds', [
  { code: 'invention', zh: '发明专利', en: 'Invention', termYears: 20 },
  { code: 'utility-model', zh: '实用新型', en: 'Utility model', termYears: 10 },
  { code: 'design', zh: '外观设计', en: 'Design', termYears: 15 },
  { code: 'pct', zh: 'PCT 国际申请', en: 'International (PCT) application', termYears: null },
]);
