import { defineVocabulary } from './vocabulary.ts';

/** Scales of maturity a level can be stated on; the technology readiness level is the default. */
export const maturityScales = defineVocabulary('maturityScales', [
  { code: 'TRL9', zh: '技术就绪度（1—9 级）', en: 'Technology readiness level (1–9)' },
  { code: 'QD13', zh: '青岛技术成熟度（1—13 级）', en: 'Qingdao maturity procedure (1–13)' },
]);
