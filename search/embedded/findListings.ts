import type { AnalysedDocument } from '../analysis/analysedDocument.ts';
import { bestOf, type Comparison } from '../columns/bestOf.ts';
import type { Columns } from '../columns/columns.ts';
import { filterAndCount } from '../columns/filterSlots.ts';
import { sortSlots } from '../columns/sortSlots.ts';
import { type ParsedQuery, parseQuery } from '../query/parseQuery.ts';
import { compareIds, lossOf, orderAnalysed, RANKED_CANDIDATES } from '../ranking.ts';
import type { FindRequest, FindResult, FoundListing } from '../searchIndex.ts';
import { correctText } from './correctText.ts';
import type { Generation } from './generation.ts';
import { TITLE_LENGTH } from './indexRow.ts';
import { looseMatch } from './looseMatch.ts';
import { matchClause } from './matchExpression.ts';
import { isEnough, matchStrictly, type TextMatch } from './matchText.ts';
import type { TermRows } from './termRows.ts';

/** Answers one search over one index; a word that nobody says is taken for the one it nearly is. */
export function findListings(generation: Generation, rows: TermRows, request: FindRequest): FindResult {
  const columns = generation.columns();
  const query = parseQuery(request.text, request.synonyms);
  if (query.clauses.length === 0) {
    const slots = everythingBut(columns, rows, query);
    const isEverything = slots.length === columns.size();
    const { passing, facets } = filterAndCount(columns, slots, request.filter, request.facets, isEverything);
    return { hits: sortSlots(columns, passing, request), total: passing.length, isExact: true, facets };
  }
  const lengths = columns.number(TITLE_LENGTH);
  const strict = matchStrictly(rows, query, (slot) => lengths?.[slot] ?? 0);
  const correctedText = strict?.slots.length === 0 ? correctText(rows, request.text) : null;
  if (correctedText !== null)
    return { ...findListings(generation, rows, { ...request, text: correctedText }), correctedText };
  return findText(generation, rows, { request, query, strict });
}

function findText(
  generation: Generation,
  rows: TermRows,
  { request, query, strict }: { request: FindRequest; query: ParsedQuery; strict: TextMatch | null },
): FindResult {
  const columns = generation.columns();
  const match = isEnough(strict, query)
    ? strict
    : looseMatch(rows, query, { documents: columns.size(), highest: columns.highest() });
  const { passing, facets } = filterAndCount(columns, match.slots, request.filter, request.facets);
  const hits = request.sort
    ? sortSlots(columns, passing, request)
    : byRelevance(generation, match, query, passing, request);
  return { hits, total: passing.length, isExact: true, facets };
}

function everythingBut(columns: Columns, rows: TermRows, { without }: ParsedQuery): number[] {
  const excluded = new Set(without.flatMap((clause) => rows.slots(matchClause(clause))));
  return excluded.size === 0
    ? columns.liveSlots()
    : columns.liveSlots().filter((slot) => !excluded.has(slot));
}

const NO_LINES: AnalysedDocument = { title: '', identifier: '', summary: '', body: '' };

/** The best candidates in our own order, the rest behind them as the engine has them. */
function byRelevance(
  generation: Generation,
  match: TextMatch,
  query: ParsedQuery,
  passing: number[],
  { offset, limit, demote }: FindRequest,
): FoundListing[] {
  const columns = generation.columns();
  const passes = new Uint8Array(columns.highest() + 1);
  for (const slot of passing) passes[slot] = 1;
  const wanted = Math.max(RANKED_CANDIDATES, offset + limit);
  const scores =
    passing.length > RANKED_CANDIDATES
      ? match.roughScores((slot) => passes[slot] === 1, wanted)
      : new Map<number, number>();
  const roughly: Comparison = (left, right) =>
    (scores.get(right) ?? 0) - (scores.get(left) ?? 0) || compareIds(columns.idOf(left), columns.idOf(right));
  const scored = [...scores.keys()].filter((slot) => passes[slot] === 1);
  const chosen = bestOf(scored.length >= wanted ? scored : passing, roughly, wanted);
  const values = demote ? columns.number(demote.by) : undefined;
  const first = chosen.slice(0, RANKED_CANDIDATES);
  const lines = generation.readLines(first);
  const ranked = orderAnalysed(
    query,
    first.map((slot, index) => ({
      id: columns.idOf(slot),
      lines: lines[index] ?? NO_LINES,
      loss: lossOf(demote, values?.[slot]),
    })),
  );
  const rest = chosen.slice(RANKED_CANDIDATES).map((slot) => ({ id: columns.idOf(slot), score: 0 }));
  return [...ranked, ...rest].slice(offset, offset + limit);
}
