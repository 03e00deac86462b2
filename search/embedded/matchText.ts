import { FEW_FOUND, type ParsedQuery, requiredClauses } from '../query/parseQuery.ts';
import { strictMatch } from './strictMatch.ts';
import type { TermRows } from './termRows.ts';

/** Slots a text finds, and rough scores to choose those worth putting in order. */
export interface TextMatch {
  slots: number[];
  /** Scores of the most promising of the passing slots, at least `wanted` where there are as many; the others count as 0. */
  roughScores(isPassing: (slot: number) => boolean, wanted: number): Map<number, number>;
}

const MOST_STRICT_CLAUSES = 64;

/** Documents that say everything asked; null when too much is asked for that. Words that say nothing are not required. */
export function matchStrictly(
  rows: TermRows,
  query: ParsedQuery,
  titleLengthOf: (slot: number) => number,
): TextMatch | null {
  const required = requiredClauses(query);
  return required.length <= MOST_STRICT_CLAUSES
    ? strictMatch(rows, required, query.without, titleLengthOf)
    : null;
}

/**
 * Whether those will do. When they are few, what says half of it by weight of rarity is found too, so that one wrong or
 * missing character among six does no harm. This depends on the text alone: choosing a facet never brings in other documents.
 */
export function isEnough(strict: TextMatch | null, query: ParsedQuery): strict is TextMatch {
  return strict !== null && (strict.slots.length >= FEW_FOUND || requiredClauses(query).length === 1);
}
