import { bestOf, type Comparison } from '../columns/bestOf.ts';
import type { Columns } from '../columns/columns.ts';
import { filterAndCount } from '../columns/filterSlots.ts';
import { sortSlots } from '../columns/sortSlots.ts';
import { type ParsedQuery, parseQuery } from '../query/parseQuery.ts';
import { compareIds, orderAnalysed, RANKED_CANDIDATES } from '../ranking.ts';
import type { FindRequest, FindResult, FoundListing } from '../searchIndex.ts';
import type { Generation } from './generation.ts';
import { matchClause } from './matchExpression.ts';
import { matchText, type TextMatch } from './matchText.ts';
import type { TermRows } from './termRows.ts';

/** Answers one search over one index. */
export function findListings(generation: Generation, rows: TermRows, request: FindRequest): FindResult {
  const columns = generation.columns();
  const query = parseQuery(request.text);
  const match = query.clauses.length > 0 ? matchText(rows, query, columns.size(), columns.highest()) : null;
  const slots = match?.slots ?? everythingBut(columns, rows, query);
  const { passing, facets } = filterAndCount(columns, slots, request.filter, request.facets);
  const isByRelevance = match !== null && request.sort === undefined;
  const hits = isByRelevance
    ? byRelevance(generation, match, query, passing, request)
    : sortSlots(columns, passing, request);
  return { hits, total: passing.length, isExact: true, facets };
}

function everythingBut(columns: Columns, rows: TermRows, { without }: ParsedQuery): number[] {
  const excluded = new Set(without.flatMap((clause) => rows.slots(matchClause(clause))));
  return excluded.size === 0
    ? columns.liveSlots()
    : columns.liveSlots().filter((slot) => !excluded.has(slot));
}

/** The best candidates in our own order, the rest behind them as the engine has them. */
function byRelevance(
  generation: Generation,
  match: TextMatch,
  query: ParsedQuery,
  passing: number[],
  { offset, limit }: FindRequest,
): FoundListing[] {
  const columns = generation.columns();
  const passes = new Uint8Array(columns.highest() + 1);
  for (const slot of passing) passes[slot] = 1;
  const scores =
    passing.length > RANKED_CANDIDATES
      ? match.roughScores((slot) => passes[slot] === 1, RANKED_CANDIDATES)
      : null;
  const roughly: Comparison = (left, right) =>
    (scores?.get(right) ?? 0) - (scores?.get(left) ?? 0) ||
    compareIds(columns.idOf(left), columns.idOf(right));
  const chosen = bestOf(passing, roughly, Math.max(RANKED_CANDIDATES, offset + limit));
  const ranked = orderAnalysed(
    query,
    chosen
      .slice(0, RANKED_CANDIDATES)
      .map((slot) => ({ id: columns.idOf(slot), lines: generation.readLines(slot) })),
  );
  const rest = chosen.slice(RANKED_CANDIDATES).map((slot) => ({ id: columns.idOf(slot), score: 0 }));
  return [...ranked, ...rest].slice(offset, offset + limit);
}
