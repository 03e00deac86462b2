import assert from 'node:assert/strict';
import type { SearchDocument } from '../../../search/searchIndex.ts';
import { SEARCH_VERSION } from '../../../search/searchVersion.ts';
import { CORPUS, documentOf } from './corpus.ts';
import { each, idsOf, type OpenIndex, opened, puts, REQUEST } from './openedIndex.ts';

/** How every search engine takes changes and is built anew. */
export function describeChanges(open: OpenIndex): void {
  const index = opened(open, true);

  it('begins empty and says so', async () => {
    const { documents, isHealthy, version } = await index().state();
    assert.deepEqual([documents, isHealthy, version], [{ public: 0, matching: 0 }, true, '']);
    assert.deepEqual(await idsOf(index(), { text: '铝' }), []);
  });

  it('shows changes once they are applied, and applies twice without harm', async () => {
    const changes = puts([CORPUS.alloy, CORPUS.weld]);
    await index().apply('public', changes);
    await index().apply('public', changes);
    assert.deepEqual(await idsOf(index(), {}), [CORPUS.alloy.id, CORPUS.weld.id]);
    await index().apply('public', [
      { remove: CORPUS.alloy.id },
      { remove: CORPUS.alloy.id },
      { remove: 'A-0000-000000X' },
    ]);
    assert.deepEqual(await idsOf(index(), {}), [CORPUS.weld.id]);
    assert.deepEqual(await idsOf(index(), { text: '铝合金' }), []);
    assert.deepEqual((await index().state()).documents, { public: 1, matching: 0 });
  });

  it('forgets what a document said before', async () => {
    await index().apply(
      'public',
      puts([{ id: 'A-1', zh: '铝合金', facets: { trl: ['3'] }, numbers: { price: 5 } }]),
    );
    await index().apply('public', puts([{ id: 'A-1', zh: '铜合金', facets: { trl: ['4'] } }]));
    assert.deepEqual(await idsOf(index(), { text: '铝' }), []);
    assert.deepEqual(await idsOf(index(), { text: '铜' }), ['A-1']);
    const { facets } = await index().find({ ...REQUEST, facets: ['trl'] });
    assert.deepEqual(facets, { trl: { 4: 1 } });
    assert.deepEqual(await idsOf(index(), { filter: { ranges: { price: { from: 0 } } } }), []);
  });

  it('applies changes in the order given', async () => {
    await index().apply('public', [...puts([CORPUS.alloy]), { remove: CORPUS.alloy.id }]);
    assert.deepEqual(await idsOf(index(), {}), []);
    await index().apply('public', [{ remove: CORPUS.alloy.id }, ...puts([CORPUS.alloy])]);
    assert.deepEqual(await idsOf(index(), {}), [CORPUS.alloy.id]);
  });

  it('lists ids and revisions by pages', async () => {
    const documents = ['A-3', 'A-1', 'A-2', 'B-1'].map((id, at) => documentOf({ id, zh: '铝' }, at + 1));
    await index().apply(
      'matching',
      documents.map((put) => ({ put })),
    );
    assert.deepEqual(await index().compare('matching', '', 2), [
      { id: 'A-1', revision: 2 },
      { id: 'A-2', revision: 3 },
    ]);
    assert.deepEqual(await index().compare('matching', 'A-2', 5), [
      { id: 'A-3', revision: 1 },
      { id: 'B-1', revision: 4 },
    ]);
    assert.deepEqual(await index().compare('public', '', 5), []);
  });

  it('rebuilds beside the old index, which answers meanwhile', async () => {
    await index().apply('public', puts([CORPUS.alloy, CORPUS.magnesium]));
    let during: string[] = [];
    async function* documents(): AsyncIterable<SearchDocument> {
      yield documentOf(CORPUS.weld);
      during = await idsOf(index(), {});
      yield documentOf(CORPUS.water);
    }
    assert.equal(await index().rebuild('public', documents()), 2);
    assert.deepEqual(during, [CORPUS.alloy.id, CORPUS.magnesium.id]);
    assert.deepEqual(await idsOf(index(), {}), [CORPUS.weld.id, CORPUS.water.id].sort());
    await index().rebuild('matching', each([]));
    assert.equal((await index().state()).version, SEARCH_VERSION);
  });

  it('keeps changes applied during a rebuild, though the rebuild brings older ones', async () => {
    await index().apply('public', puts([CORPUS.alloy, CORPUS.magnesium]));
    async function* documents(): AsyncIterable<SearchDocument> {
      yield documentOf(CORPUS.water);
      await index().apply('public', [
        { remove: CORPUS.magnesium.id },
        ...puts([{ ...CORPUS.alloy, zh: '铜合金' }, CORPUS.weld]),
      ]);
      yield documentOf(CORPUS.magnesium);
      yield documentOf(CORPUS.alloy);
    }
    await index().rebuild('public', documents());
    assert.deepEqual(await idsOf(index(), {}), [CORPUS.alloy.id, CORPUS.water.id, CORPUS.weld.id].sort());
    assert.deepEqual(await idsOf(index(), { text: '铜' }), [CORPUS.alloy.id]);
  });

  it('stays as it was when a rebuild fails', async () => {
    await index().apply('public', puts([CORPUS.alloy]));
    async function* documents(): AsyncIterable<SearchDocument> {
      yield documentOf(CORPUS.weld);
      throw new Error('the store went away');
    }
    await assert.rejects(index().rebuild('public', documents()), /the store went away/);
    assert.deepEqual(await idsOf(index(), {}), [CORPUS.alloy.id]);
    assert.equal(await index().rebuild('public', each([documentOf(CORPUS.water)])), 1);
  });
}
