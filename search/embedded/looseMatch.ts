import {
  askedClauses,
  type CountedClause,
  commonCount,
  enoughShare,
  looseWeights,
  SHORT_QUERY,
} from '../query/looseWeights.ts';
import { type Clause, type ParsedQuery, requiredClauses } from '../query/parseQuery.ts';
import { inColumns, matchClause } from './matchExpression.ts';
import type { TextMatch } from './matchText.ts';
import type { TermRows } from './termRows.ts';

const TITLE_BONUS = 0.4;

/** Documents that say about half of the clauses, counted by rarity. */
export function looseMatch(
  rows: TermRows,
  query: ParsedQuery,
  { documents, highest }: { documents: number; highest: number },
): TextMatch {
  const required = requiredClauses(query);
  const lists = looseWeights(countClauses(rows, askedClauses(required), documents), documents).map(
    (weighed) => ({
      ...weighed,
      slots: rows.slots(matchClause(weighed.clause)),
    }),
  );
  const evidence = new Float64Array(highest + 1);
  for (const { slots, weight } of lists) addWeight(evidence, slots, weight);
  for (const clause of query.without) for (const slot of rows.slots(matchClause(clause))) evidence[slot] = 0;
  const best = evidence.reduce((most, share) => Math.max(most, share), 0);
  const enough = enoughShare(required.length, best);
  const slots: number[] = [];
  evidence.forEach((share, slot) => {
    if (share > 0 && share >= enough) slots.push(slot);
  });
  return {
    slots,
    roughScores() {
      for (const { clause, weight } of lists) {
        addWeight(
          evidence,
          rows.slots(inColumns(['title', 'identifier'], matchClause(clause))),
          weight * TITLE_BONUS,
        );
      }
      return new Map(slots.map((slot) => [slot, evidence[slot] ?? 0]));
    },
  };
}

/** Of a long text only the rare words are wanted, so common ones need not be counted to the end. */
function countClauses(rows: TermRows, clauses: Clause[], documents: number): CountedClause[] {
  const limit = clauses.length > SHORT_QUERY ? commonCount(documents) + 1 : documents;
  return clauses.map((clause) => ({ clause, count: rows.count(matchClause(clause), limit) }));
}

function addWeight(evidence: Float64Array, slots: number[], weight: number): void {
  for (const slot of slots) evidence[slot] = (evidence[slot] ?? 0) + weight;
}
