import type { Clause } from '../query/parseQuery.ts';
import { broadScores } from './broadScores.ts';
import { matchAll } from './matchExpression.ts';
import type { TextMatch } from './matchText.ts';
import type { TermRows } from './termRows.ts';

/** So many are scored one by one; more by what is known without reading them. */
export const MOST_SCORED = 2_000;

/** Documents that say every clause. */
export function strictMatch(
  rows: TermRows,
  required: Clause[],
  without: Clause[],
  titleLengthOf: (slot: number) => number,
  mostScored = MOST_SCORED,
): TextMatch {
  const slots = strictSlots(rows, required, without);
  return {
    slots,
    roughScores(isPassing, wanted) {
      return slots.length <= mostScored
        ? new Map(rows.scored(matchAll(required, without)))
        : broadScores({ rows, required, titleLengthOf, isPassing, wanted });
    },
  };
}

function strictSlots(rows: TermRows, required: Clause[], without: Clause[]): number[] {
  const sets = required.map((clause) => rows.characterSet(clause));
  const others = required.filter((_, index) => sets[index] === null);
  const [first, ...further] = sets.filter((set) => set !== null);
  if (!first) return rows.slots(matchAll(required, without));
  if (others.length > 0) {
    const all = [first, ...further];
    return rows.slots(matchAll(others, without)).filter((slot) => all.every((set) => set.has(slot)));
  }
  const excluded = new Set(without.flatMap((clause) => rows.slots(matchAll([clause], []))));
  return first.slots().filter((slot) => further.every((set) => set.has(slot)) && !excluded.has(slot));
}
