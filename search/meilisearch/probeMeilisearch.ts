import type { MultiSearchQuery } from 'meilisearch';
import { probeAlternatives } from '../query/probeAlternatives.ts';
import { compareIds } from '../ranking.ts';
import type { FoundListing, IndexName, Probe } from '../searchIndex.ts';
import { filterExpression } from './filterExpression.ts';
import type { MeiliConnection, MeiliResult } from './meiliConnection.ts';
import { uidsOf } from './meiliIndexes.ts';
import { clauseQueries } from './textQueries.ts';

/** So many documents are taken of each term; the terms of probes are rare. */
const HITS_EACH = 1_000;

interface TermQuery {
  probe: number;
  weight: number;
  query: MultiSearchQuery;
}

/**
 * Answers probes. Meilisearch cannot weigh the words of a query, so each term is a query of its own, all in one
 * request, and the lists are added up: weight times rarity times how prominently the engine says it is said.
 */
export async function probeMeilisearch(
  connection: MeiliConnection,
  index: IndexName,
  probes: Probe[],
): Promise<FoundListing[][]> {
  const uid = uidsOf(index).live;
  const terms = probes.flatMap((probe, at) => termQueries(uid, probe, at));
  const [all, ...results] = await connection.search([
    { indexUid: uid, q: '', limit: 0 },
    ...terms.map(({ query }) => query),
  ]);
  const documents = all?.estimatedTotalHits ?? 0;
  const scores = probes.map(() => new Map<string, number>());
  terms.forEach(({ probe, weight }, at) => {
    const ofProbe = scores[probe];
    if (ofProbe) addScores(ofProbe, results[at], weight, documents);
  });
  return scores.map((ofProbe, at) => best(ofProbe, probes[at]?.limit ?? 0));
}

function termQueries(uid: string, { terms, filter }: Probe, probe: number): TermQuery[] {
  return terms.flatMap(({ text, weight }) =>
    clauseQueries({ alternatives: probeAlternatives(text) }).map((q) => ({
      probe,
      weight,
      query: {
        indexUid: uid,
        q,
        filter: filterExpression(filter),
        limit: HITS_EACH,
        attributesToRetrieve: ['id'],
        showRankingScore: true,
      },
    })),
  );
}

function addScores(
  scores: Map<string, number>,
  result: MeiliResult | undefined,
  weight: number,
  documents: number,
): void {
  const holders = result?.estimatedTotalHits ?? 0;
  const rarity = Math.log(1 + (documents - holders + 0.5) / (holders + 0.5));
  for (const { id, _rankingScore = 1 } of result?.hits ?? []) {
    scores.set(id, (scores.get(id) ?? 0) + weight * rarity * (0.5 + _rankingScore / 2));
  }
}

function best(scores: Map<string, number>, limit: number): FoundListing[] {
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .sort((left, right) => right.score - left.score || compareIds(left.id, right.id))
    .slice(0, limit);
}
