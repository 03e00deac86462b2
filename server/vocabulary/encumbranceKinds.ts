import { defineVocabulary } from './vocabulary.ts';

/** What can lie on a patent. */
export const encumbranceKinds = defineVocabulary('encumbranceKinds', [
  { code: 'pledge', zh: '质押', en: 'Pledge' },
  { code: 'exclusive-licence', zh: '独占许可', en: 'Exclusive licence' },
  { code: 'sole-licence', zh: '排他许可', en: 'Sole licence' },
  { code: 'open-licence', zh: '开放许可', en: 'Open licence' },
  { code: 'preservation', zh: '财产保全', en: 'Court preservation' },
]);
