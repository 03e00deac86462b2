import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSearchIndex } from '../../../search/createSearchIndex.ts';
import type { SearchIndex } from '../../../search/searchIndex.ts';
import { describeSearchIndex } from './searchIndexContract.ts';

interface Engine {
  name: string;
  open(): Promise<{ index: SearchIndex; close(): Promise<void> }>;
}

const ENGINES: Engine[] = [{ name: 'the embedded index', open: openEmbedded }];

async function openEmbedded(): Promise<{ index: SearchIndex; close(): Promise<void> }> {
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

for (const { name, open } of ENGINES) describeSearchIndex(name, open);
