import { FEW_FOUND, parseQuery, requiredClauses } from '../query/parseQuery.ts';
import type { FindRequest, FindResult } from '../searchIndex.ts';
import { answerFromCandidates, COLUMN_ATTRIBUTES } from './candidates.ts';
import { correctText } from './correctText.ts';
import { searchInEngine } from './engineSearch.ts';
import { searchLoosely } from './looseSearch.ts';
import type { MeiliConnection } from './meiliConnection.ts';
import { uidsOf } from './meiliIndexes.ts';
import { strictQueries, withoutQuery } from './textQueries.ts';

/** Up to so many hits are fetched and filtered, counted and ordered here, where counts are exact. */
const FETCHED_HITS = 1_000;

/** Answers one search: by the engine when there is no text or it finds much, else from all its candidates. */
export async function findInMeilisearch(
  connection: MeiliConnection,
  request: FindRequest,
): Promise<FindResult> {
  const uid = uidsOf(request.index).live;
  const query = parseQuery(request.text, request.synonyms);
  const required = requiredClauses(query);
  if (required.length === 0)
    return searchInEngine(connection, uid, { request, query, q: withoutQuery(query.without) });
  const queries = strictQueries(required, query.without) ?? [];
  const [all, ...counts] = await connection.search(
    ['', ...queries].map((q) => ({ indexUid: uid, q, limit: 0 })),
  );
  const found = counts.map(({ estimatedTotalHits }) => estimatedTotalHits ?? 0);
  const total = found.reduce((sum, count) => sum + count, 0);
  const correctedText =
    total === 0 && queries.length > 0 ? await correctText(connection, uid, request.text) : null;
  if (correctedText !== null) {
    return { ...(await findInMeilisearch(connection, { ...request, text: correctedText })), correctedText };
  }
  if (total > FETCHED_HITS) {
    const q = queries[found.indexOf(Math.max(...found))] ?? '';
    return searchInEngine(connection, uid, { request, query, q });
  }
  const isEnough = total >= FEW_FOUND || required.length === 1;
  const candidates = isEnough
    ? await fetchCandidates(connection, uid, queries)
    : await searchLoosely(connection, uid, {
        required,
        without: query.without,
        documents: all?.estimatedTotalHits ?? 0,
      });
  return answerFromCandidates(connection, uid, { request, query, candidates });
}

async function fetchCandidates(connection: MeiliConnection, uid: string, queries: string[]) {
  const results = await connection.search(
    queries.map((q) => ({ indexUid: uid, q, limit: FETCHED_HITS, attributesToRetrieve: COLUMN_ATTRIBUTES })),
  );
  return results.flatMap(({ hits }) => hits);
}
