import { type ParsedQuery, parseQuery } from '../query/parseQuery.ts';
import { compareIds, orderAnalysed, RANKED_CANDIDATES } from '../ranking.ts';
import type { FindRequest, FindResult, FoundListing } from '../searchIndex.ts';
import { bestOf, type Comparison } from './bestOf.ts';
import type { Columns } from './columns.ts';
import { filterAndCount } from './filterSlots.ts';
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
    : byNumber(columns, passing, request);
  return { hits, total: passing.length, isExact: true, facets };
}

function* everythingBut(columns: Columns, rows: TermRows, { without }: ParsedQuery): Iterable<number> {
  const excluded = new Set(without.flatMap((clause) => rows.slots(matchClause(clause))));
  for (let slot = 1; slot <= columns.highest(); slot += 1) {
    if (columns.isLive(slot) && !excluded.has(slot)) yield slot;
  }
}

function byNumber(columns: Columns, passing: number[], { sort, offset, limit }: FindRequest): FoundListing[] {
  const byId: Comparison = (left, right) => compareIds(columns.idOf(left), columns.idOf(right));
  const compare = sort ? comparing(columns.number(sort.by), sort.direction, byId) : byId;
  return bestOf(passing, compare, offset + limit)
    .slice(offset)
    .map((slot) => ({ id: columns.idOf(slot), score: 0 }));
}

/** What has no value comes last in both directions. */
function comparing(
  values: Float64Array | undefined,
  direction: 'ascending' | 'descending',
  byId: Comparison,
): Comparison {
  const sign = direction === 'ascending' ? 1 : -1;
  const missing = direction === 'ascending' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const sortKey = (slot: number) => {
    const value = values?.[slot] ?? Number.NaN;
    return Number.isNaN(value) ? missing : value;
  };
  return (left, right) => {
    const [a, b] = [sortKey(left), sortKey(right)];
    return a === b ? byId(left, right) : (a < b ? -1 : 1) * sign;
  };
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
  const passes = new Set(passing);
  const scores =
    passing.length > RANKED_CANDIDATES
      ? match.roughScores((slot) => passes.has(slot), RANKED_CANDIDATES)
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
