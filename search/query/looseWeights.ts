import { clauseWeight } from './clauseWeight.ts';
import type { Clause } from './parseQuery.ts';

/** A clause and in how many documents it is said. */
export interface CountedClause {
  clause: Clause;
  count: number;
}

export interface WeighedClause extends CountedClause {
  /** Its share of all that was asked, by rarity. */
  weight: number;
}

/** Of a long text the rarest words are looked up; words in more than a fiftieth of all documents, or in hundreds, tell little. */
const MOST_CLAUSES = 40;
const COMMON_SHARE = 0.02;
const ALWAYS_RARE = 50;
const RARE_ENOUGH = 500;
/** Longer queries are not meant to be found in full. */
export const SHORT_QUERY = 10;
const ENOUGH = 0.49;
const ENOUGH_OF_LONG = 0.6;

/** What more of the documents say than this tells little beside anything rarer, and takes long to look up. */
const BROAD_SHARE = 0.2;
const NEVER_BROAD = 1_000;

/** So many clauses of a long text are asked for, taken evenly from all of it. */
const MOST_ASKED = 120;

/** The clauses to look up: of a long text a part, each pair of characters for itself. */
export function askedClauses(required: Clause[]): Clause[] {
  if (required.length <= SHORT_QUERY) return required;
  const step = Math.max(1, required.length / MOST_ASKED);
  const chosen = required.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  return chosen.map((clause) => ({ ...clause, bridgedBy: null }));
}

/** A word in more documents than this tells little in a long text. */
export function commonCount(documents: number): number {
  return Math.max(ALWAYS_RARE, Math.min(RARE_ENOUGH, Math.floor(documents * COMMON_SHARE)));
}

/** A word in more documents than this is not looked up when there are others. */
export function broadCount(documents: number): number {
  return Math.max(NEVER_BROAD, Math.floor(documents * BROAD_SHARE));
}

/**
 * What each clause counts when not everything can be found, rarest first. A clause nobody says weighs as much
 * as the others do on average: a mistyped word must not hide those spelt right.
 */
export function looseWeights<Counted extends CountedClause>(
  found: Counted[],
  documents: number,
): (Counted & WeighedClause)[] {
  const isLong = found.length > SHORT_QUERY;
  const rarestFirst = found.toSorted((left, right) => left.count - right.count);
  const known = rarestFirst.filter(({ count }) => count > 0);
  const telling = known.filter(({ count }) => count <= commonCount(documents));
  const narrow = known.filter(({ count }) => count <= broadCount(documents));
  const short = narrow.length > 0 ? narrow : known;
  const used = (isLong && telling.length > 2 ? telling : short).slice(0, MOST_CLAUSES);
  const unknown = isLong ? [] : rarestFirst.slice(0, found.length - known.length);
  const rarities = used.map(({ count }) => Math.log(1 + (documents - count + 0.5) / (count + 0.5)));
  const average = sum(rarities) / Math.max(1, used.length);
  const weights = used.map(({ clause }, index) => clauseWeight(clause) * (rarities[index] ?? 0));
  const asked = sum(weights) + average * sum(unknown.map(({ clause }) => clauseWeight(clause)));
  return used.map((counted, index) => ({ ...counted, weight: (weights[index] ?? 0) / asked }));
}

/** The share of what was asked that a document must say; of a long text less, depending on the best there is. */
export function enoughShare(clauses: number, best: number): number {
  return clauses <= SHORT_QUERY ? ENOUGH : Math.min(ENOUGH, best * ENOUGH_OF_LONG);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
