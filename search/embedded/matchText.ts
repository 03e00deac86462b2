import { FEW_FOUND, type ParsedQuery, requiredClauses } from '../query/parseQuery.ts';
import { looseMatch } from './looseMatch.ts';
import { strictMatch } from './strictMatch.ts';
import type { TermRows } from './termRows.ts';

/** Slots a text finds, and rough scores to choose those worth putting in order. */
export interface TextMatch {
  slots: number[];
  /** Scores of the most promising of the passing slots, at least `wanted` where there are as many; the others count as 0. */
  roughScores(isPassing: (slot: number) => boolean, wanted: number): Map<number, number>;
}

const MOST_STRICT_CLAUSES = 64;

/**
 * Finds documents that say everything asked; when few do, also those that say half of it by weight of rarity,
 * so that one wrong or missing character among six still finds. Words that say nothing are not required.
 * Whether to loosen depends on the text alone: choosing a facet never brings in other documents.
 */
export function matchText(rows: TermRows, query: ParsedQuery, documents: number, highest: number): TextMatch {
  const required = requiredClauses(query);
  if (required.length <= MOST_STRICT_CLAUSES) {
    const strict = strictMatch(rows, required, query.without);
    if (strict.slots.length >= FEW_FOUND || required.length === 1) return strict;
  }
  return looseMatch(rows, required, query.without, { documents, highest });
}
