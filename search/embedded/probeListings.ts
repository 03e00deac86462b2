import { foldText } from '../analysis/foldText.ts';
import { tokenise } from '../analysis/tokenise.ts';
import { type Alternative, phrase } from '../query/alternatives.ts';
import { compareIds } from '../ranking.ts';
import type { FoundListing, Probe } from '../searchIndex.ts';
import { bestOf } from './bestOf.ts';
import { createFilterTest } from './filterSlots.ts';
import type { Generation } from './generation.ts';
import { matchClause } from './matchExpression.ts';
import type { TermRows } from './termRows.ts';

type Scored = [slot: number, score: number][];

/** Answers probes: the weighted sum of each term's bm25, so that a term counts what matching says it does. */
export function probeListings(generation: Generation, rows: TermRows, probes: Probe[]): FoundListing[][] {
  const known = new Map<string, Scored>();
  const look = (text: string): Scored => {
    const found = known.get(text) ?? rows.scored(matchProbeTerm(text));
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
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
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

/** A probe's term may be a term of the analysis already, or words as they are written: both are looked for. */
function matchProbeTerm(text: string): string {
  const words = tokenise(text).filter(({ isExtra }) => !isExtra);
  const asTerm = foldText(text).text.trim();
  const alternatives: Alternative[] = words.length > 0 ? [phrase(words)] : [];
  if (!/[\s"]/.test(asTerm)) alternatives.push({ terms: [asTerm], isPrefix: false, needle: asTerm });
  return matchClause({ alternatives, kind: 'latin', isStopWord: false, bridgedBy: null });
}
