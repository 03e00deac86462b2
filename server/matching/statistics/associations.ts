import type { Association } from './corpusStatistics.ts';
import { createPairCounter } from './pairCounter.ts';

const MOST_PAIRS = 3_000_000;
/** Terms held by more texts than this share go together with everything. */
const COMMON_SHARE = 0.08;
const MOST_ASSOCIATIONS = 8;
const WEAKEST = 0.2;
const FEWEST_TOGETHER = 3;

/**
 * Counts which terms stand in the same texts. Where listings are bilingual this also learns which word of
 * the other language goes with a word.
 */
export function createAssociationCounter() {
  const partners = createPairCounter(MOST_PAIRS);
  const holders = new Map<string, number>();

  return {
    /** Takes the telling terms of one text. */
    add(terms: readonly string[]): void {
      for (const term of terms) holders.set(term, (holders.get(term) ?? 0) + 1);
      for (const [index, left] of terms.entries()) {
        for (const right of terms.slice(index + 1))
          if (left < right) partners.add(left, right);
          else partners.add(right, left);
      }
    },
    /** The closest partners of each term, best first, ties by term. */
    associations(
      frequencies: ReadonlyMap<string, number>,
      documents: number,
    ): Map<string, readonly Association[]> {
      const isCommon = (term: string) => (frequencies.get(term) ?? 0) > Math.max(5, documents * COMMON_SHARE);
      const lists = new Map<string, Association[]>();
      const note = (term: string, partner: string, strength: number) => {
        const list = lists.get(term) ?? [];
        list.push([partner, strength]);
        lists.set(term, list);
      };
      for (const [left, known] of partners.counts) {
        if (isCommon(left)) continue;
        for (const [right, together] of known) {
          if (together < FEWEST_TOGETHER || isCommon(right) || sharesCharacters(left, right)) continue;
          const strength =
            together / Math.sqrt(((holders.get(left) ?? 0) + 1) * ((holders.get(right) ?? 0) + 1));
          if (strength < WEAKEST) continue;
          note(left, right, Number(strength.toFixed(3)));
          note(right, left, Number(strength.toFixed(3)));
        }
      }
      return new Map(
        [...lists]
          .sort(([left], [right]) => (left < right ? -1 : 1))
          .map(([term, list]) => [term, best(list)]),
      );
    },
  };
}

/** Two pairs of Han characters of the same word go together without telling anything. */
function sharesCharacters(left: string, right: string): boolean {
  return (
    left.includes(right) ||
    right.includes(left) ||
    (left.length === 2 && right.length === 2 && (left[1] === right[0] || left[0] === right[1]))
  );
}

function best(list: Association[]): Association[] {
  return list
    .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
    .slice(0, MOST_ASSOCIATIONS);
}
