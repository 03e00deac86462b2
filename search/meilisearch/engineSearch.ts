import type { MultiSearchQuery } from 'meilisearch';
import type { ParsedQuery } from '../query/parseQuery.ts';
import { lossOf, orderAnalysed, RANKED_CANDIDATES } from '../ranking.ts';
import type { FindRequest, FindResult, FoundListing } from '../searchIndex.ts';
import { readLines } from './candidates.ts';
import { facetAttribute, filterExpression, numberAttribute } from './filterExpression.ts';
import type { MeiliConnection, MeiliResult } from './meiliConnection.ts';

interface EngineSearch {
  request: FindRequest;
  query: ParsedQuery;
  /** The query in the engine's words; may be empty. */
  q: string;
}

/**
 * Lets the engine filter, count and page, for what finds more than can be fetched. Facets are counted in one query
 * more for each that is filtered by, without its own filter. By relevance the first candidates are put in our order.
 */
export async function searchInEngine(
  connection: MeiliConnection,
  uid: string,
  { request, query, q }: EngineSearch,
): Promise<FindResult> {
  const { filter, facets, sort, offset, limit } = request;
  const common = { indexUid: uid, q, filter: filterExpression(filter) };
  const isRanked = sort === undefined && query.clauses.length > 0;
  const [main, firstPages, ...counts] = await connection.search([
    {
      ...common,
      offset,
      limit,
      sort: sortExpression(request, isRanked),
      attributesToRetrieve: ['id'],
      facets: facets.map(facetAttribute),
    },
    { ...common, limit: isRanked ? RANKED_CANDIDATES : 0, attributesToRetrieve: ['id', 'lines', 'numbers'] },
    ...facets.map(
      (facet): MultiSearchQuery => ({
        indexUid: uid,
        q,
        filter: filterExpression(filter, facet),
        facets: [facetAttribute(facet)],
        limit: 0,
      }),
    ),
  ]);
  const plain = (main?.hits ?? []).map(({ id }) => ({ id, score: 0 }));
  const hits =
    isRanked && firstPages ? await ranked(connection, uid, { request, query, firstPages, plain }) : plain;
  return {
    hits,
    total: main?.estimatedTotalHits ?? 0,
    isExact: query.clauses.length === 0,
    facets: Object.fromEntries(facets.map((facet, index) => [facet, distribution(facet, counts[index])])),
  };
}

function sortExpression({ sort }: FindRequest, isRanked: boolean): string[] {
  if (isRanked) return [];
  const byId = 'id:asc';
  if (!sort) return [byId];
  return [`${numberAttribute(sort.by)}:${sort.direction === 'ascending' ? 'asc' : 'desc'}`, byId];
}

/** Our order up to the number of candidates, the engine's behind them. */
async function ranked(
  connection: MeiliConnection,
  uid: string,
  found: { request: FindRequest; query: ParsedQuery; firstPages: MeiliResult; plain: FoundListing[] },
): Promise<FoundListing[]> {
  const { offset, limit, demote } = found.request;
  if (offset >= RANKED_CANDIDATES) return found.plain;
  const ids = found.firstPages.hits.map(({ id }) => id);
  const lines = await readLines(connection, uid, ids, found.firstPages.hits);
  const numbers = new Map(found.firstPages.hits.map((hit) => [hit.id, hit.numbers]));
  const ordered = orderAnalysed(
    found.query,
    [...lines].map(([id, ofDocument]) => ({
      id,
      lines: ofDocument,
      loss: lossOf(demote, demote && numbers.get(id)?.[demote.by]),
    })),
  );
  const beyond = found.plain.slice(RANKED_CANDIDATES - offset);
  return [...ordered.slice(offset, offset + limit), ...beyond];
}

function distribution(facet: string, result: MeiliResult | undefined): Record<string, number> {
  return result?.facetDistribution?.[facetAttribute(facet)] ?? {};
}
