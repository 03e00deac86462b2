import {
  askedClauses,
  broadCount,
  type CountedClause,
  commonCount,
  enoughShare,
  looseWeights,
  SHORT_QUERY,
} from '../query/looseWeights.ts';
import { type Clause, type ParsedQuery, requiredClauses } from '../query/parseQuery.ts';
import { matchClause } from './matchExpression.ts';
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
    (weighed) => ({ ...weighed, slots: slotsOf(rows, weighed.clause) }),
  );
  const evidence = new Float64Array(highest + 1);
  for (const { slots, weight } of lists) addWeight(evidence, slots, weight);
  for (const clause of query.without) for (const slot of slotsOf(rows, clause)) evidence[slot] = 0;
  const slots = slotsWithEnough(evidence, required.length);
  return {
    slots,
    roughScores() {
      for (const { clause, weight } of lists) {
        const inTitle = rows.titleSlots(['title', 'identifier'], matchClause(clause));
        addWeight(evidence, inTitle, weight * TITLE_BONUS);
      }
      return new Map(slots.map((slot) => [slot, evidence[slot] ?? 0]));
    },
  };
}

/** Plain loops: this goes over all documents. */
function slotsWithEnough(evidence: Float64Array, clauses: number): number[] {
  let best = 0;
  for (let slot = 0; slot < evidence.length; slot += 1) best = Math.max(best, evidence[slot] ?? 0);
  const enough = enoughShare(clauses, best);
  const slots: number[] = [];
  for (let slot = 0; slot < evidence.length; slot += 1) {
    const share = evidence[slot] ?? 0;
    if (share > 0 && share >= enough) slots.push(slot);
  }
  return slots;
}

/** Of a long text only the rare words are wanted, so common ones need not be counted to the end. */
function countClauses(rows: TermRows, clauses: Clause[], documents: number): CountedClause[] {
  if (clauses.length <= SHORT_QUERY)
    return clauses.map((clause) => ({ clause, count: countShort(rows, clause, broadCount(documents)) }));
  const limit = commonCount(documents) + 1;
  return clauses.map((clause) => ({ clause, count: rows.count(matchClause(clause), limit) }));
}

/** Counted by looking up, since it is wanted afterwards, unless it is too broad for that. */
function countShort(rows: TermRows, clause: Clause, limit: number): number {
  if (rows.characterSet(clause) !== null) return slotsOf(rows, clause).length;
  return rows.slotsUpTo(matchClause(clause), limit)?.length ?? limit + 1;
}

function slotsOf(rows: TermRows, clause: Clause): number[] {
  return rows.characterSet(clause)?.slots() ?? rows.slots(matchClause(clause));
}

function addWeight(evidence: Float64Array, slots: number[], weight: number): void {
  for (const slot of slots) evidence[slot] = (evidence[slot] ?? 0) + weight;
}
