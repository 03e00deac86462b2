import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedIndex } from '../../../search/embedded/createEmbeddedIndex.ts';
import type { SearchDocument, SearchIndex } from '../../../search/searchIndex.ts';
import { documentOf } from '../../contract/search/corpus.ts';

const REQUEST = { index: 'public' as const, filter: {}, facets: [], offset: 0, limit: 5 };

/** No file of this process may grow beyond so many bytes: what the system refuses then is a write like to a full disk. */
function limitFiles(bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`]);
}

async function* documents(count: number, word: string): AsyncGenerator<SearchDocument> {
  for (let number = 0; number < count; number += 1) {
    const zh = `${word} ${Array.from({ length: 40 }, (_, at) => `w${number}x${at}`).join(' ')}`;
    yield documentOf({ id: `A-${String(number).padStart(5, '0')}`, zh });
  }
}

describe('a disk that is full while the index is rebuilt', () => {
  const directory = mkdtempSync(join(tmpdir(), 'dual-helix-full-'));
  let index: SearchIndex | undefined;
  before(async function () {
    // Part of util-linux; elsewhere there is no way to fill a disk without filling it.
    if (spawnSync('prlimit', ['--version']).status !== 0) return this.skip();
    index = await createEmbeddedIndex({ dataDirectory: directory });
    await index.rebuild('public', documents(20, '除气'));
  });
  after(async () => {
    await index?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('leaves the old index serving, and a later rebuild swaps the new one in', async () => {
    assert.ok(index);
    const sizes = ['', '-wal'].map((suffix) => statSync(join(directory, `index.sqlite${suffix}`)).size);
    limitFiles(Math.max(...sizes) + 500_000);
    try {
      await assert.rejects(index.rebuild('public', documents(3_000, '气孔')), /disk/);
    } finally {
      limitFiles('unlimited');
    }
    assert.equal((await index.find({ ...REQUEST, text: '除气' })).total, 20);
    assert.equal((await index.find({ ...REQUEST, text: '气孔' })).total, 0);
    assert.equal((await index.compare('public', '', 100)).length, 20);

    assert.equal(await index.rebuild('public', documents(300, '气孔')), 300);
    assert.equal((await index.find({ ...REQUEST, text: '气孔' })).total, 300);
    assert.equal((await index.find({ ...REQUEST, text: '除气' })).total, 0);
    assert.equal((await index.compare('public', '', 1_000)).length, 300);
  });
});
