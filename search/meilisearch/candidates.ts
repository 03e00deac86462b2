import type { AnalysedDocument } from '../analysis/analysedDocument.ts';
import { createColumns } from '../columns/columns.ts';
import { filterAndCount } from '../columns/filterSlots.ts';
import { sortSlots } from '../columns/sortSlots.ts';
import type { ParsedQuery } from '../query/parseQuery.ts';
import { lossOf, orderAnalysed, RANKED_CANDIDATES } from '../ranking.ts';
import type { FindRequest, FindResult } from '../searchIndex.ts';
import { anyOfIds } from './filterExpression.ts';
import type { MeiliConnection, MeiliHit } from './meiliConnection.ts';

/** What has to be known of a document to filter, count and sort it here. */
export const COLUMN_ATTRIBUTES = ['id', 'kind', 'facets', 'numbers'];

/**
 * Answers a search whose candidates, best first, are few enough to have been fetched all: filtered, counted and put in
 * order here, exactly as the embedded index does.
 */
export async function answerFromCandidates(
  connection: MeiliConnection,
  uid: string,
  { request, query, candidates }: { request: FindRequest; query: ParsedQuery; candidates: MeiliHit[] },
): Promise<FindResult> {
  const columns = createColumns();
  const unique = [...new Map(candidates.map((hit) => [hit.id, hit])).values()];
  unique.forEach(({ id, kind = '', facets = {}, numbers = {} }, index) => {
    columns.write(index + 1, { id, kind, facets, numbers });
  });
  const slots = unique.map((_, index) => index + 1);
  const { passing, facets } = filterAndCount(columns, slots, request.filter, request.facets);
  const found = { total: passing.length, isExact: true, facets };
  if (request.sort) return { ...found, hits: sortSlots(columns, passing, request) };
  const ids = passing.map((slot) => columns.idOf(slot));
  const best = ids.slice(0, RANKED_CANDIDATES);
  const lines = await readLines(connection, uid, best, unique);
  const values = request.demote ? columns.number(request.demote.by) : undefined;
  const ranked = orderAnalysed(
    query,
    best.map((id) => ({
      id,
      lines: lines.get(id) ?? EMPTY_LINES,
      loss: lossOf(request.demote, values?.[columns.findSlot(id) ?? 0]),
    })),
  );
  const hits = [...ranked, ...ids.slice(RANKED_CANDIDATES).map((id) => ({ id, score: 0 }))];
  return { ...found, hits: hits.slice(request.offset, request.offset + request.limit) };
}

const EMPTY_LINES: AnalysedDocument = { title: '', identifier: '', summary: '', body: '' };

/** The analysed lines of these documents, from the hits where they have them, else from the engine. */
export async function readLines(
  connection: MeiliConnection,
  uid: string,
  ids: string[],
  known: MeiliHit[],
): Promise<Map<string, AnalysedDocument>> {
  const lines = new Map(known.flatMap((hit) => (hit.lines ? [[hit.id, hit.lines] as const] : [])));
  const missing = ids.filter((id) => !lines.has(id));
  if (missing.length === 0) return lines;
  const [result] = await connection.search([
    {
      indexUid: uid,
      q: '',
      filter: anyOfIds(missing),
      limit: missing.length,
      attributesToRetrieve: ['id', 'lines'],
    },
  ]);
  for (const hit of result?.hits ?? []) if (hit.lines) lines.set(hit.id, hit.lines);
  return lines;
}
