import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSearchIndex } from '../../../search/createSearchIndex.ts';
import { createMatchFinder } from '../../../server/matching/finding/matchFinder.ts';
import type { Glossary } from '../../../server/matching/glossary/glossary.ts';
import { textProfile } from '../../../server/matching/scoring/textProfile.ts';
import { countCorpus } from '../../../server/matching/statistics/countCorpus.ts';
import { matchingTextOf, searchDocumentOf } from './benchTexts.ts';
import { createBm25 } from './bm25.ts';
import { type Measures, mean, measure } from './measures.ts';
import type { Collection, Entry } from './readCollection.ts';

export interface BenchResult extends Measures {
  documents: number;
  queries: number;
  msP50: number;
  msP95: number;
  bm25: Measures;
  /** By query, for finding out what goes wrong. */
  byQuery: { id: string; ndcg10: number; bm25: number; ranking: string[] }[];
}

type Ranker = (query: Entry) => Promise<string[]> | string[];

/** Ranks a collection with the product's own index, statistics and scorer, and with plain BM25 beside it. */
export async function benchCollection(
  collection: Collection,
  glossary: Glossary,
  onProgress: (text: string) => void = () => {},
): Promise<BenchResult> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-match-'));
  const search = await createSearchIndex({ dataDirectory: directory });
  try {
    await search.rebuild('matching', documentsOf(collection.documents, onProgress));
    onProgress('counting words');
    const statistics = await countCorpus(countedTexts(collection.documents, glossary));
    const byId = new Map(collection.documents.map((entry) => [entry.id, entry]));
    const loadTexts = async (ids: string[]) =>
      ids.flatMap((id) => (byId.has(id) ? [matchingTextOf(byId.get(id) as Entry)] : []));
    const finder = createMatchFinder({ search, statistics: () => statistics, glossary, loadTexts });
    onProgress('ranking');
    const ours = await rankAll(collection, async (query) => {
      const pairs = await finder.suppliesFor(matchingTextOf(query), {});
      return pairs.slice(0, 100).map(({ supply }) => supply.reference);
    });
    onProgress('ranking by BM25');
    const bm25 = createBm25(collection.documents);
    const plain = await rankAll(collection, (query) => bm25.rank(query));
    return resultOf(collection, ours, plain);
  } finally {
    await search.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function rankAll({ queries, judgements }: Collection, rank: Ranker) {
  const results: { id: string; ranking: string[]; ms: number; measures: Measures }[] = [];
  for (const query of queries) {
    const start = performance.now();
    const ranking = await rank(query);
    const ms = performance.now() - start;
    results.push({
      id: query.id,
      ranking,
      ms,
      measures: measure(ranking, judgements.get(query.id) ?? new Map()),
    });
  }
  return results;
}

type Ranked = Awaited<ReturnType<typeof rankAll>>;

function resultOf(collection: Collection, ours: Ranked, plain: Ranked): BenchResult {
  const times = ours.map(({ ms }) => ms).sort((left, right) => left - right);
  const percentile = (share: number) =>
    Number((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1));
  return {
    documents: collection.documents.length,
    queries: collection.queries.length,
    ...mean(ours.map(({ measures }) => measures)),
    msP50: percentile(0.5),
    msP95: percentile(0.95),
    bm25: mean(plain.map(({ measures }) => measures)),
    byQuery: ours.map(({ id, measures, ranking }, index) => ({
      id,
      ndcg10: measures.ndcg10,
      bm25: plain[index]?.measures.ndcg10 ?? 0,
      ranking: ranking.slice(0, 10),
    })),
  };
}

async function* documentsOf(entries: readonly Entry[], onProgress: (text: string) => void) {
  for (const [index, entry] of entries.entries()) {
    if (index % 5_000 === 0) onProgress(`indexing ${index} of ${entries.length}`);
    yield searchDocumentOf(entry);
  }
}

function* countedTexts(entries: readonly Entry[], glossary: Glossary) {
  for (const { passages, facts } of entries.map(matchingTextOf))
    yield { profile: textProfile(passages, glossary), codes: facts };
}
