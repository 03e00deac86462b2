// Measures search on made-up listings: npm run bench:search -- [--listings N] [--rounds N] [--meili URL] [--json] [--keep DIR]
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createSearchIndex } from '../../../search/createSearchIndex.ts';
import type { SearchDocument, SearchIndex } from '../../../search/searchIndex.ts';
import { createBenchCorpus } from './corpus.ts';
import { measureLoad } from './measureLoad.ts';
import { measureRaw } from './measureRaw.ts';
import { measureSearches } from './measureSearches.ts';
import { tenths } from './percentiles.ts';
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
const rounds = Number(values.rounds);
const directory = values.keep ?? mkdtempSync(join(tmpdir(), 'dual-helix-bench-'));
const path = join(directory, 'index.sqlite');
const corpus = createBenchCorpus();
const kinds = queryKinds(corpus, listings);
const index = await createSearchIndex({
  dataDirectory: directory,
  ...(values.meili !== undefined && { meilisearch: { host: values.meili } }),
});
const delay = monitorEventLoopDelay({ resolution: 1 });
const build = await measureBuild(index);
delay.enable();
const searches = await measureSearches(index, kinds, rounds);
const residentMb = Math.round(process.memoryUsage.rss() / 1e6);
const under = await measureLoad(index, corpus, Object.values(kinds), listings);
delay.disable();
report({
  machine: `${cpus()[0]?.model} x ${cpus().length}, Node ${process.version}`,
  engine: values.meili ?? 'embedded',
  listings,
  build,
  residentMb,
  highestResidentMb: Math.round(process.resourceUsage().maxRSS / 1e3),
  searches,
  under,
  eventLoopMaxMs: tenths(delay.max / 1e6),
  ...(values.meili === undefined && { rawFts5: measureRaw(path, kinds, rounds) }),
});
await index.close();
if (values.keep === undefined) rmSync(directory, { recursive: true, force: true });

/** Seconds by the clock, and of all processors together: what making the listings up takes is in both. */
async function measureBuild(target: SearchIndex) {
  const { documents } = await target.state();
  if (documents.public === listings) return { seconds: 0, cpuSeconds: 0, megabytes: size() };
  const begun = performance.now();
  const cpuBefore = process.cpuUsage();
  await target.rebuild('public', allDocuments());
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    seconds: tenths((performance.now() - begun) / 1000),
    cpuSeconds: tenths((user + system) / 1e6),
    megabytes: size(),
  };
}

async function* allDocuments(): AsyncIterable<SearchDocument> {
  for (let number = 0; number < listings; number += 1) yield corpus.document(number);
}

function size(): number {
  return values.meili === undefined ? Math.round(statSync(path).size / 1e6) : 0;
}

function report(result: object): void {
  if (values.json) console.log(JSON.stringify(result));
  else console.dir(result, { depth: null });
}
