import { engineTerms } from '../analysis/analysedDocument.ts';
import { isHan } from '../analysis/tokenise.ts';

/**
 * A term of ours as a word of lower-case Latin letters: letters stay, every other code unit (and q itself) becomes
 * q and four letters. Meilisearch then has nothing to cut, fold or guess: no dictionary, no splitting at
 * digits, hyphens or capitals, and a prefix of a term stays a prefix of its word.
 */
export function encodeTerm(term: string): string {
  return term.replace(
    /[^a-pr-z]/g,
    (unit) => `q${[12, 8, 4, 0].map((shift) => LETTERS.charAt((unit.charCodeAt(0) >> shift) & 15)).join('')}`,
  );
}

const LETTERS = 'abcdefghijklmnop';

/** An analysed line as text for Meilisearch; its Han characters follow one by one, so that a query of a single one needs no prefix. */
export function encodeLine(line: string): string {
  const terms = engineTerms(line);
  const characters = new Set([...line].filter((character) => isHan(character.charCodeAt(0))));
  for (const term of terms) characters.delete(term);
  return [...terms, ...characters].map(encodeTerm).join(' ');
}
