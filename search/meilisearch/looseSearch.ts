import type { MultiSearchQuery } from 'meilisearch';
import { askedClauses, enoughShare, looseWeights, type WeighedClause } from '../query/looseWeights.ts';
import type { Clause } from '../query/parseQuery.ts';
import { saysClause } from '../ranking.ts';
import { COLUMN_ATTRIBUTES } from './candidates.ts';
import { anyOfIds } from './filterExpression.ts';
import type { MeiliConnection, MeiliHit } from './meiliConnection.ts';
import { clauseQueries, queriesLeavingOut } from './textQueries.ts';

/** So many hits are taken of each word, and so many documents looked at closely. */
const HITS_EACH = 1_000;
const MOST_CANDIDATES = 600;

interface LooseQuery {
  required: Clause[];
  without: Clause[];
  documents: number;
}

/**
 * Documents that say about half of the clauses by rarity, best first. The engine is asked for each clause, and for the
 * query with a clause or two left out; what each document says is then read from its own lines.
 */
export async function searchLoosely(
  connection: MeiliConnection,
  uid: string,
  { required, without, documents }: LooseQuery,
): Promise<MeiliHit[]> {
  const weighed = looseWeights(await countClauses(connection, uid, askedClauses(required)), documents);
  const ids = await candidateIds(connection, uid, weighed, queriesLeavingOut(required));
  const hits = await fetchHits(connection, uid, ids);
  const shares = hits
    .filter(({ lines }) => lines && !without.some((clause) => saysClause(clause, lines)))
    .map((hit) => ({ hit, share: shareOf(hit, weighed) }));
  const best = shares.reduce((most, { share }) => Math.max(most, share), 0);
  const enough = enoughShare(required.length, best);
  return shares
    .filter(({ share }) => share > 0 && share >= enough)
    .sort((left, right) => right.share - left.share)
    .map(({ hit }) => hit);
}

async function countClauses(connection: MeiliConnection, uid: string, clauses: Clause[]) {
  const queries = clauses.map((clause) => clauseQueries(clause));
  const results = await connection.search(
    queries.flat().map((q): MultiSearchQuery => ({ indexUid: uid, q, limit: 0 })),
  );
  const counts = results.map(({ estimatedTotalHits }) => estimatedTotalHits ?? 0);
  return clauses.map((clause, index) => ({
    clause,
    count: Math.max(0, ...counts.splice(0, queries[index]?.length ?? 0)),
  }));
}

async function candidateIds(
  connection: MeiliConnection,
  uid: string,
  weighed: WeighedClause[],
  leavingOut: string[],
): Promise<string[]> {
  const byClause = weighed.flatMap(({ clause, weight }) => clauseQueries(clause).map((q) => ({ q, weight })));
  const queries = [...byClause, ...leavingOut.map((q) => ({ q, weight: 1 }))];
  const results = await connection.search(
    queries.map(
      ({ q }): MultiSearchQuery => ({ indexUid: uid, q, limit: HITS_EACH, attributesToRetrieve: ['id'] }),
    ),
  );
  const evidence = new Map<string, number>();
  results.forEach(({ hits }, index) => {
    for (const { id } of hits) evidence.set(id, (evidence.get(id) ?? 0) + (queries[index]?.weight ?? 0));
  });
  const best = [...evidence].sort((left, right) => right[1] - left[1]).slice(0, MOST_CANDIDATES);
  return best.map(([id]) => id);
}

async function fetchHits(connection: MeiliConnection, uid: string, ids: string[]): Promise<MeiliHit[]> {
  if (ids.length === 0) return [];
  const [result] = await connection.search([
    {
      indexUid: uid,
      q: '',
      filter: anyOfIds(ids),
      limit: ids.length,
      attributesToRetrieve: [...COLUMN_ATTRIBUTES, 'lines'],
    },
  ]);
  return result?.hits ?? [];
}

function shareOf({ lines }: MeiliHit, weighed: WeighedClause[]): number {
  if (!lines) return 0;
  return weighed.reduce((share, { clause, weight }) => share + (saysClause(clause, lines) ? weight : 0), 0);
}
