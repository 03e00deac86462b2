import type { Clause } from '../query/parseQuery.ts';
import { saturated, titleStrength } from '../ranking.ts';
import { REPEATED_STRENGTHS } from './indexRow.ts';
import { matchAll, matchClause } from './matchExpression.ts';
import type { TermRows } from './termRows.ts';

interface Broad {
  rows: TermRows;
  required: Clause[];
  titleLengthOf: (slot: number) => number;
  isPassing: (slot: number) => boolean;
  wanted: number;
}

const TITLES = ['title', 'identifier'];

/** What says everything in the title comes before what says some of it there, and that before the rest. */
const TIER = 10;

/**
 * Scores for choosing among thousands of documents that all say what was asked, without reading them or counting words:
 * a lookup in the small table of titles finds those that say it there, how long the title is and which of its words are
 * said again is known beforehand. That is what our own order goes by, in steps; where titles are too few, those that say
 * all of it in the summary follow.
 */
export function broadScores({
  rows,
  required,
  titleLengthOf,
  isPassing,
  wanted,
}: Broad): Map<number, number> {
  const scores = new Map<number, number>();
  const said = strengths(rows, required, titleLengthOf);
  for (const slot of rows.titleSlots(TITLES, matchAll(required, []))) {
    if (isPassing(slot)) scores.set(slot, 2 * TIER + said(slot));
  }
  if (scores.size >= wanted) return scores;
  const isNew = (slot: number) => isPassing(slot) && !scores.has(slot);
  for (const slot of said.slots) if (isNew(slot)) scores.set(slot, TIER + said(slot));
  if (scores.size >= wanted) return scores;
  for (const slot of rows.slots(summaryExpression(required))) if (isNew(slot)) scores.set(slot, 1);
  return scores;
}

function summaryExpression(required: Clause[]): string {
  return `{title identifier summary} : (${matchAll(required, [])})`;
}

/** What each clause counts in a document, as far as its title and what is repeated tell, summed up. */
function strengths(rows: TermRows, required: Clause[], titleLengthOf: (slot: number) => number) {
  const all = new Map<number, number>();
  for (const clause of required) {
    const expression = matchClause(clause);
    const found = new Map<number, number>();
    for (const slot of rows.titleSlots(TITLES, expression))
      found.set(slot, titleStrength(titleLengthOf(slot)));
    REPEATED_STRENGTHS.forEach(({ counts }, level) => {
      for (const slot of rows.titleSlots([`again${level}`], expression))
        found.set(slot, (found.get(slot) ?? 0) + counts);
    });
    for (const [slot, strength] of found) all.set(slot, (all.get(slot) ?? 0) + saturated(strength));
  }
  return Object.assign((slot: number): number => all.get(slot) ?? 0, { slots: [...all.keys()] });
}
