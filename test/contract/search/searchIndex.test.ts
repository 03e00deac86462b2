import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSearchIndex } from '../../../search/createSearchIndex.ts';
import type { MeiliSettings } from '../../../search/meilisearch/meiliConnection.ts';
import { clearMeilisearch } from './clearMeilisearch.ts';
import { startFakeMeilisearch } from './fakeMeilisearchServer.ts';
import type { OpenedIndex } from './openedIndex.ts';
import { describeSearchIndex } from './searchIndexContract.ts';

async function openEmbedded(): Promise<OpenedIndex> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'dual-helix-search-'));
  const index = await createSearchIndex({ dataDirectory });
  return {
    index,
    async close() {
      await index.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function openOnFake(): Promise<OpenedIndex> {
  const fake = await startFakeMeilisearch();
  const index = await createSearchIndex({ dataDirectory: tmpdir(), meilisearch: { host: fake.host } });
  return { index, close: () => fake.close() };
}

async function openMeilisearch(settings: MeiliSettings): Promise<OpenedIndex> {
  await clearMeilisearch(settings);
  const index = await createSearchIndex({ dataDirectory: tmpdir(), meilisearch: settings });
  return { index, close: () => index.close() };
}

describeSearchIndex('the embedded index', openEmbedded);
describeSearchIndex('Meilisearch, a fake one', openOnFake);

const { MEILI_HOST: host, MEILI_SEARCH_KEY: searchKey, MEILI_WRITE_KEY: writeKey } = process.env;

if (host) {
  const settings = { host, ...(searchKey && { searchKey }), ...(writeKey && { writeKey }) };
  describeSearchIndex(`Meilisearch at ${host}`, () => openMeilisearch(settings));
}
