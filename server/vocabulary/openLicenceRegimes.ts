import { defineVocabulary } from './vocabulary.ts';

/** Under which rules an open licence was declared; pilots ran from 2022-05 to 2024-01 and are counted apart. */
export const openLicenceRegimes = defineVocabulary('openLicenceRegimes', [
  { code: 'statutory', zh: '法定开放许可', en: 'Statutory' },
  { code: 'pilot', zh: '试点', en: 'Pilot' },
]);
