import { bestOf } from '../columns/bestOf.ts';
import { createFilterTest } from '../columns/filterSlots.ts';
import { probeAlternatives } from '../query/probeAlternatives.ts';
import { compareIds } from '../ranking.ts';
import type { FoundListing, Probe } from '../searchIndex.ts';
import type { Generation } from './generation.ts';
import { matchClause } from './matchExpression.ts';
import type { TermRows } from './termRows.ts';

type Scored = [slot: number, score: number][];

/** Answers probes: the weighted sum of each term's bm25, so that a term counts what matching says it does. */
export function probeListings(generation: Generation, rows: TermRows, probes: Probe[]): FoundListing[][] {
  const known = new Map<string, Scored>();
  const look = (text: string): Scored => {
    const found = known.get(text) ?? lookUp(rows, text);
    known.set(text, found);
    return found;
  };
  return probes.map((probe) => answer(generation, probe, look));
}

function answer(
  generation: Generation,
  { terms, filter, limit }: Probe,
  look: (text: string) => Scored,
): FoundListing[] {
  const columns = generation.columns();
  const passes = createFilterTest(columns, filter);
  const scores = new Map<number, number>();
  for (const { text, weight } of terms) {
    for (const [slot, score] of look(text)) scores.set(slot, (scores.get(slot) ?? 0) + weight * score);
  }
  const slots = [...scores.keys()].filter(passes);
  const best = bestOf(
    slots,
    (left, right) =>
      (scores.get(right) ?? 0) - (scores.get(left) ?? 0) ||
      compareIds(columns.idOf(left), columns.idOf(right)),
    limit,
  );
  return best.map((slot) => ({ id: columns.idOf(slot), score: scores.get(slot) ?? 0 }));
}

function lookUp(rows: TermRows, text: string): Scored {
  const alternatives = probeAlternatives(text);
  return alternatives.length === 0 ? [] : rows.scored(matchClause({ alternatives, bridgedBy: null }));
}
