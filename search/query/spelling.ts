import { stem } from '../analysis/stem.ts';

/** Shorter words have too many neighbours to guess. */
const SHORTEST_WORD = 5;
const LONGEST_WORD = 20;
const MOST_WORDS = 4;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Latin words of a query that may be misspelt: not quoted, not excluded, of five letters or more. */
export function wordsToCheck(text: string): string[] {
  const plain = text.replace(/"[^"]*"|“[^”]*”|「[^」]*」/g, ' ');
  const words = plain.match(/(?<![A-Za-z0-9-])[A-Za-z]+(?![A-Za-z0-9-])/g) ?? [];
  const long = words.filter(({ length }) => length >= SHORTEST_WORD && length <= LONGEST_WORD);
  return [...new Set(long.map((word) => word.toLowerCase()))].slice(0, MOST_WORDS);
}

/** Every word one edit away (a letter missing, added, wrong, or two swapped), by the term it is found by. */
export function spellingsNear(word: string): Map<string, string> {
  const spellings = new Map<string, string>();
  const add = (spelling: string) => {
    if (spelling !== word) spellings.set(stem(spelling), spelling);
  };
  for (let at = 0; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    for (const letter of LETTERS) add(head + letter + tail);
    if (tail === '') continue;
    add(head + tail.slice(1));
    for (const letter of LETTERS) add(head + letter + tail.slice(1));
    if (tail.length > 1) add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
  }
  return spellings;
}

/** The spelling said by most documents, or null where none is said. */
export function likeliest(spellings: Map<string, string>, counts: number[]): string | null {
  let best: string | null = null;
  let most = 0;
  [...spellings.values()].forEach((spelling, index) => {
    const count = counts[index] ?? 0;
    if (count > most) [best, most] = [spelling, count];
  });
  return best;
}

/** The text with one word in another spelling. */
export function respelt(text: string, word: string, spelling: string): string {
  return text.replace(new RegExp(`(?<![A-Za-z])${word}(?![A-Za-z])`, 'gi'), spelling);
}
