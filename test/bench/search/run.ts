// Measures search on made-up listings: npm run bench:search -- [--listings N] [--meili URL] [--json] [--keep DIR]
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { createSearchIndex } from '../../../search/createSearchIndex.ts';
import type { FindRequest, SearchDocument, SearchIndex } from '../../../search/searchIndex.ts';
import { type BenchCorpus, createBenchCorpus } from './corpus.ts';
import { queryKinds } from './queryKinds.ts';

const { values } = parseArgs({
  options: {
    listings: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '40' },
    meili: { type: 'string' },
    json: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});

const listings = Number(values.listings);
const directory = values.keep ?? mkdtempSync(join(tmpdir(), 'dual-helix-bench-'));
const corpus = createBenchCorpus();
const index = await createSearchIndex({
  dataDirectory: directory,
  ...(values.meili !== undefined && { meilisearch: { host: values.meili } }),
});
const delay = monitorEventLoopDelay({ resolution: 1 });
const build = await measureBuild(index);
delay.enable();
const searches = await measureSearches(index, corpus);
const under = await measureUnderLoad(index, corpus);
delay.disable();
report({
  machine: `${cpus()[0]?.model} x ${cpus().length}, Node ${process.version}`,
  engine: values.meili ?? 'embedded',
  listings,
  build,
  residentMb: Math.round(process.memoryUsage.rss() / 1e6),
  searches,
  under,
  eventLoopMaxMs: round(delay.max / 1e6),
  rawFts5: values.meili === undefined ? measureRaw(corpus) : undefined,
});
await index.close();
if (values.keep === undefined) rmSync(directory, { recursive: true, force: true });

async function measureBuild(target: SearchIndex) {
  const { documents } = await target.state();
  if (documents.public === listings) return { seconds: 0, megabytes: size() };
  const begun = performance.now();
  await target.rebuild('public', allDocuments());
  return { seconds: round((performance.now() - begun) / 1000), megabytes: size() };
}

async function* allDocuments(): AsyncIterable<SearchDocument> {
  for (let number = 0; number < listings; number += 1) yield corpus.document(number);
}

function size(): number {
  return values.meili === undefined ? Math.round(statSync(join(directory, 'index.sqlite')).size / 1e6) : 0;
}

async function measureSearches(target: SearchIndex, words: BenchCorpus) {
  const results: Record<string, object> = {};
  for (const [kind, requestOf] of Object.entries(queryKinds(words, listings))) {
    const times: number[] = [];
    let total = 0;
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const begun = performance.now();
      total = (await target.find(requestOf(round))).total;
      times.push(performance.now() - begun);
    }
    results[kind] = { ...percentiles(times), lastTotal: total };
  }
  return results;
}

/** Eight people search while twenty updates a second arrive. */
async function measureUnderLoad(target: SearchIndex, words: BenchCorpus) {
  const kinds = Object.values(queryKinds(words, listings));
  const visible: number[] = [];
  const times: number[] = [];
  const end = performance.now() + 10_000;
  const update = async () => {
    for (let number = 0; performance.now() < end; number += 1) {
      const begun = performance.now();
      await target.apply('public', [{ put: words.document(number % listings) }]);
      visible.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 50 - (performance.now() - begun))));
    }
  };
  const search = async (client: number) => {
    for (let turn = client; performance.now() < end; turn += 1) {
      const begun = performance.now();
      await target.find(kinds[turn % kinds.length]?.(turn) ?? kinds[0]?.(turn) ?? ({} as FindRequest));
      times.push(performance.now() - begun);
    }
  };
  await Promise.all([update(), ...Array.from({ length: 8 }, (_, client) => search(client))]);
  return {
    searchesPerSecond: Math.round(times.length / 10),
    search: percentiles(times),
    updateToVisible: percentiles(visible),
  };
}

/** The same file asked directly: a middling word in the order of bm25, twenty rows, nothing counted. */
function measureRaw(words: BenchCorpus) {
  const database = new DatabaseSync(join(directory, 'index.sqlite'), { readOnly: true });
  const table = String(
    database.prepare("select name from sqlite_schema where name like 'public_%terms'").get()?.name,
  );
  const statement = database.prepare(
    `select rowid from ${table} where ${table} match ? order by rank limit 20`,
  );
  const measure = (rank: number) => {
    const times = Array.from({ length: Number(values.rounds) }, (_, round) => {
      const begun = performance.now();
      statement.all(`"${words.latinWord(rank + round)}"`);
      return performance.now() - begun;
    });
    return percentiles(times);
  };
  const result = { rare: measure(6_000), middling: measure(600), common: measure(30) };
  database.close();
  return result;
}

function percentiles(times: number[]) {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function report(result: object): void {
  if (values.json) console.log(JSON.stringify(result));
  else console.dir(result, { depth: null });
}
