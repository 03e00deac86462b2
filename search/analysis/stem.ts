import { stemmer } from 'stemmer';

const KNOWN_LIMIT = 50_000;
const known = new Map<string, string>();

/** The Porter stem of a folded Latin word; words of up to three letters and other scripts stay whole. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  const found = known.get(word);
  if (found !== undefined) return found;
  const stemmed = /^[a-z]+$/.test(word) ? stemmer(word) : word;
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(word, stemmed);
  return stemmed;
}
