import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createEmbeddedIndex } from '../../../search/embedded/createEmbeddedIndex.ts';
import { indexRow } from '../../../search/embedded/indexRow.ts';
import { openIndexSession } from '../../../search/embedded/indexSession.ts';
import type { SearchChange, SearchIndex } from '../../../search/searchIndex.ts';
import { documentOf } from '../../contract/search/corpus.ts';

const put = (id: string, zh = '铝合金'): SearchChange => ({ put: documentOf({ id, zh }) });
const REQUEST = { index: 'public', text: '铝合金', filter: {}, facets: [], offset: 0, limit: 10 } as const;

describe('the file of the embedded index', () => {
  let directory = '';
  let index: SearchIndex | undefined;
  const path = () => join(directory, 'index.sqlite');
  const open = () => {
    index = createEmbeddedIndex({ dataDirectory: directory });
    return index;
  };
  const fill = async () => {
    const filled = open();
    await filled.apply('public', [put('A-1'), put('A-2')]);
    await filled.close();
  };
  const found = async () => {
    const { hits } = await (index ?? open()).find({ ...REQUEST, facets: [] });
    return hits.map(({ id }) => id);
  };

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'dual-helix-index-'));
  });

  afterEach(async () => {
    await index?.close();
    index = undefined;
    rmSync(directory, { recursive: true, force: true });
  });

  it('keeps what was applied', async () => {
    await fill();
    open();
    assert.deepEqual(await found(), ['A-1', 'A-2']);
  });

  it('comes back empty after it was deleted, even while it is open', async () => {
    const living = open();
    await living.apply('public', [put('A-1')]);
    for (const suffix of ['', '-wal', '-shm']) rmSync(path() + suffix, { force: true });
    assert.deepEqual((await living.state()).documents, { public: 0, matching: 0 });
    await living.apply('public', [put('A-2')]);
    assert.deepEqual(await found(), ['A-2']);
  });

  it('begins anew when it is no database', async () => {
    writeFileSync(path(), 'not a database at all, but long enough to be looked at'.repeat(100));
    const { documents, version } = await open().state();
    assert.deepEqual([documents.public, version], [0, '']);
  });

  it('begins anew when it has the layout of another version', async () => {
    await fill();
    const database = new DatabaseSync(path());
    database.exec('pragma user_version = 999');
    database.close();
    open();
    assert.deepEqual(await found(), []);
  });

  it('begins anew when it was cut short', async () => {
    await fill();
    truncateSync(path(), 9_000);
    const damaged = open();
    await damaged.state().catch(() => undefined);
    await damaged.find({ ...REQUEST, facets: [] }).catch(() => undefined);
    assert.equal((await damaged.state()).documents.public, 0);
    await damaged.apply('public', [put('A-3')]);
    assert.deepEqual(await found(), ['A-3']);
  });

  it('shows what another process applied, removed or rebuilt', async () => {
    await fill();
    open();
    await found();
    const other = openIndexSession(path());
    other.apply('public', [put('A-3'), { remove: 'A-1' }]);
    assert.deepEqual(await found(), ['A-2', 'A-3']);
    other.beginRebuild('public');
    other.addToRebuild('public', [indexRow(documentOf({ id: 'A-9', zh: '铝合金' }))]);
    other.finishRebuild('public');
    other.close();
    assert.deepEqual(await found(), ['A-9']);
    await index?.apply('public', [put('A-8')]);
    assert.deepEqual(await found(), ['A-8', 'A-9']);
  });

  it('forgets a rebuild that another process left half done', async () => {
    await fill();
    const other = openIndexSession(path());
    other.beginRebuild('public');
    other.addToRebuild('public', [indexRow(documentOf({ id: 'A-9', zh: '铝合金' }))]);
    other.close();
    open();
    assert.deepEqual(await found(), ['A-1', 'A-2']);
    const again = async function* () {
      yield documentOf({ id: 'A-5', zh: '铝合金' });
    };
    assert.equal(await index?.rebuild('public', again()), 1);
    assert.deepEqual(await found(), ['A-5']);
  });

  it('stays whole when one change of a batch cannot be applied', async () => {
    await fill();
    const living = open();
    const broken = { put: { ...documentOf({ id: 'A-7' }), revision: Number.NaN } };
    await assert.rejects(living.apply('public', [put('A-6'), broken]));
    assert.deepEqual(await found(), ['A-1', 'A-2']);
    await living.apply('public', [put('A-6')]);
    assert.deepEqual(await found(), ['A-1', 'A-2', 'A-6']);
  });
});
