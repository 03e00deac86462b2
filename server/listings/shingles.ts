const SHINGLE_LENGTH = 5;

/** Letters and digits only, widths and case folded, so that layout and punctuation make no difference. */
function foldText(text: string): string[] {
  return [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ];
}

/** The set of overlapping runs of five characters; a shorter text is one run. */
export function shingles(text: string): Set<string> {
  const characters = foldText(text);
  if (characters.length === 0) return new Set();
  const count = Math.max(1, characters.length - SHINGLE_LENGTH + 1);
  return new Set(
    Array.from({ length: count }, (_, index) => characters.slice(index, index + SHINGLE_LENGTH).join('')),
  );
}

/**
 * How much two texts have in common, 0–1: the Jaccard measure of their character shingles. Works for Chinese and
 * English alike because it needs no words. An empty text is like nothing.
 */
export function shingleSimilarity(one: string, other: string): number {
  const [smaller, larger] = [shingles(one), shingles(other)].sort((a, b) => a.size - b.size);
  if (smaller === undefined || larger === undefined || smaller.size === 0) return 0;
  const shared = [...smaller].filter((shingle) => larger.has(shingle)).length;
  return shared / (smaller.size + larger.size - shared);
}
