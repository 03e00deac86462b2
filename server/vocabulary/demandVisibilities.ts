import { defineVocabulary } from './vocabulary.ts';

/** Who learns of a demand; anonymous is the default because the text of a need tells competitors a lot. */
export const demandVisibilities = defineVocabulary('demandVisibilities', [
  { code: 'public', zh: '公开署名', en: 'Public, with name' },
  { code: 'anonymous', zh: '匿名公开', en: 'Public, without name' },
  { code: 'silent', zh: '静默（只参与匹配，不公开）', en: 'Silent: matched, never shown' },
]);
