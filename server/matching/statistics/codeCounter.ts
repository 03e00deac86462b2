import type { MatchingFacts } from '../matchingText.ts';
import { createPairCounter } from './pairCounter.ts';

/** What a listing says of its field. */
export type StatedCodes = Pick<MatchingFacts, 'ipc' | 'industry'>;
/** `ipc:H01M` or `industry:38`, and in which share of the listings that say the term and a code it stands. */
export type CodeShare = readonly [code: string, share: number];

const MOST_PAIRS = 1_000_000;
const FEWEST_LISTINGS = 3;
const WEAKEST = 0.25;
const MOST_CODES = 3;

/** The patent subclasses and industry divisions a listing states, each under its scheme. */
export function codesOf({ ipc, industry }: StatedCodes): string[] {
  return [
    ...new Set([
      ...ipc.filter((symbol) => symbol.length >= 4).map((symbol) => `ipc:${symbol.slice(0, 4)}`),
      ...industry.filter((code) => code.length >= 2).map((code) => `industry:${code.slice(0, 2)}`),
    ]),
  ];
}

/** Counts under which codes the listings stand that say a term: what a text without codes is likely about. */
export function createCodeCounter() {
  const listings = new Map<string, number>();
  const together = createPairCounter(MOST_PAIRS);

  return {
    /** Takes the telling terms of a listing and the codes it states. */
    add(terms: readonly string[], stated: StatedCodes): void {
      const codes = codesOf(stated);
      if (codes.length === 0) return;
      for (const term of terms) {
        listings.set(term, (listings.get(term) ?? 0) + 1);
        for (const code of codes) together.add(term, code);
      }
    },
    /** The codes each term points to, the surest first; terms that few listings say point nowhere. */
    codes(): Map<string, readonly CodeShare[]> {
      const found = new Map<string, readonly CodeShare[]>();
      for (const [term, counts] of [...together.counts].sort(([left], [right]) => (left < right ? -1 : 1))) {
        const all = listings.get(term) ?? 0;
        const sure = [...counts]
          .filter(([, count]) => count >= FEWEST_LISTINGS && count / all >= WEAKEST)
          .map(([code, count]): CodeShare => [code, Number((count / all).toFixed(2))])
          .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
        if (sure.length > 0) found.set(term, sure.slice(0, MOST_CODES));
      }
      return found;
    },
  };
}
