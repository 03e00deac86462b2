import { defineVocabulary } from './vocabulary.ts';

/** How a demand ended, as its owner says (F20); what nobody says stays unclear. */
export const demandOutcomes = defineVocabulary('demandOutcomes', [
  { code: 'solved-here', zh: '通过本平台解决', en: 'Solved through this marketplace' },
  { code: 'solved-elsewhere', zh: '通过其他途径解决', en: 'Solved elsewhere' },
  { code: 'dropped', zh: '不再需要', en: 'No longer needed' },
  { code: 'unclear', zh: '暂无结论', en: 'Unclear' },
]);
