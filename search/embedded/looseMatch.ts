import { clauseWeight } from '../query/clauseWeight.ts';
import type { Clause } from '../query/parseQuery.ts';
import { inColumns, matchClause } from './matchExpression.ts';
import type { TextMatch } from './matchText.ts';
import type { TermRows } from './termRows.ts';

interface WeighedClause {
  clause: Clause;
  slots: number[];
  weight: number;
}

/** Of a long text the rarest words are looked up; words in more than a tenth of all documents tell little. */
const MOST_CLAUSES = 40;
const COMMON_SHARE = 0.1;
const SHORT_QUERY = 10;
const ENOUGH = 0.49;
const ENOUGH_OF_LONG = 0.6;
const TITLE_BONUS = 0.4;

/**
 * Documents that say about half of the clauses, counted by rarity. A clause nobody says weighs as much as the
 * others do on average: a mistyped word must not hide those spelt right.
 */
export function looseMatch(
  rows: TermRows,
  required: Clause[],
  without: Clause[],
  { documents, highest }: { documents: number; highest: number },
): TextMatch {
  const lists = weighed(
    required.map((clause) => ({ clause, slots: rows.slots(matchClause(clause)) })),
    documents,
  );
  const evidence = new Float64Array(highest + 1);
  for (const { slots, weight } of lists) addWeight(evidence, slots, weight);
  for (const clause of without) for (const slot of rows.slots(matchClause(clause))) evidence[slot] = 0;
  const best = evidence.reduce((most, share) => Math.max(most, share), 0);
  const enough = required.length <= SHORT_QUERY ? ENOUGH : Math.min(ENOUGH, best * ENOUGH_OF_LONG);
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

function weighed(found: Omit<WeighedClause, 'weight'>[], documents: number): WeighedClause[] {
  const isLong = found.length > SHORT_QUERY;
  const rarestFirst = found.toSorted((left, right) => left.slots.length - right.slots.length);
  const known = rarestFirst.filter(({ slots }) => slots.length > 0);
  const telling = known.filter(({ slots }) => slots.length <= Math.max(50, documents * COMMON_SHARE));
  const used = (isLong && telling.length > 2 ? telling : known).slice(0, MOST_CLAUSES);
  const unknown = isLong ? [] : rarestFirst.slice(0, found.length - known.length);
  const rarities = used.map(({ slots }) =>
    Math.log(1 + (documents - slots.length + 0.5) / (slots.length + 0.5)),
  );
  const average = sum(rarities) / Math.max(1, used.length);
  const weights = used.map(({ clause }, index) => clauseWeight(clause) * (rarities[index] ?? 0));
  const asked = sum(weights) + average * sum(unknown.map(({ clause }) => clauseWeight(clause)));
  return used.map((list, index) => ({ ...list, weight: (weights[index] ?? 0) / asked }));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function addWeight(evidence: Float64Array, slots: number[], weight: number): void {
  for (const slot of slots) evidence[slot] = (evidence[slot] ?? 0) + weight;
}
