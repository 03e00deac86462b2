import type { Clause } from '../query/parseQuery.ts';
import { inColumns, matchAll } from './matchExpression.ts';
import type { TextMatch } from './matchText.ts';
import type { TermRows } from './termRows.ts';

/** So many are scored one by one; of more, those that say everything in their title first. */
const MOST_SCORED = 4_000;

const TIERS = [
  ['title', 'identifier'],
  ['title', 'identifier', 'summary'],
];

/** Documents that say every clause. */
export function strictMatch(rows: TermRows, required: Clause[], without: Clause[]): TextMatch {
  const slots = rows.slots(matchAll(required, without));
  return {
    slots,
    roughScores(isPassing, wanted) {
      if (slots.length <= MOST_SCORED) return new Map(rows.scored(matchAll(required, without)));
      const scores = new Map<number, number>();
      for (const columns of TIERS) {
        const inTier = `${inColumns(columns, matchAll(required, []))} AND ${matchAll(required, [])}`;
        for (const [slot, score] of rows.scored(inTier, firstScored(rows, columns, required))) {
          // What says it in the title comes before what says it elsewhere, however often.
          if (!scores.has(slot) && isPassing(slot)) scores.set(slot, score + 1e6 / columns.length);
        }
        if (scores.size >= wanted) break;
      }
      return scores;
    },
  };
}

/** Of thousands that say it in the same place the latest are scored: slots are given in the order documents come. */
function firstScored(rows: TermRows, columns: string[], required: Clause[]): number {
  return rows.slots(inColumns(columns, matchAll(required, []))).at(-MOST_SCORED) ?? 0;
}
