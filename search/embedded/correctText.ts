import { stem } from '../analysis/stem.ts';
import { likeliest, respelt, spellingsNear, wordsToCheck } from '../query/spelling.ts';
import type { TermRows } from './termRows.ts';

/** Enough to tell a frequent spelling from a rare one. */
const COUNTED = 200;

/** The text with words that nobody says in the spelling that most say; null when there is nothing to correct. */
export function correctText(rows: TermRows, text: string): string | null {
  const corrected = wordsToCheck(text)
    .filter((word) => rows.count(`"${stem(word)}" OR "${word}" *`, 1) === 0)
    .reduce((spoken, word) => {
      const spellings = spellingsNear(word);
      const spelling = likeliest(
        spellings,
        [...spellings.keys()].map((term) => rows.count(`"${term}"`, COUNTED)),
      );
      return spelling === null ? spoken : respelt(spoken, word, spelling);
    }, text);
  return corrected === text ? null : corrected;
}
