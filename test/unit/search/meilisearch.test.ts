import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createMeilisearchIndex } from '../../../search/meilisearch/createMeilisearchIndex.ts';
import { encodeLine, encodeTerm } from '../../../search/meilisearch/encodeTerm.ts';
import { filterExpression } from '../../../search/meilisearch/filterExpression.ts';
import { idOrder } from '../../../search/meilisearch/idOrder.ts';
import { INDEX_SETTINGS } from '../../../search/meilisearch/indexSettings.ts';
import { type SearchDocument, type SearchIndex, SearchUnavailable } from '../../../search/searchIndex.ts';
import { SEARCH_VERSION } from '../../../search/searchVersion.ts';
import { documentOf } from '../../contract/search/corpus.ts';
import { startFakeMeilisearch } from '../../contract/search/fakeMeilisearchServer.ts';

const put = (id: string, zh = '铝合金', revision = 1) => ({ put: documentOf({ id, zh }, revision) });
const REQUEST = { index: 'public' as const, text: '铝合金', filter: {}, facets: [], offset: 0, limit: 10 };

describe('the Meilisearch index', () => {
  let fake: Awaited<ReturnType<typeof startFakeMeilisearch>>;
  let index: SearchIndex;
  const found = async (from = index) => (await from.find(REQUEST)).hits.map(({ id }) => id);

  beforeEach(async () => {
    fake = await startFakeMeilisearch();
    index = createMeilisearchIndex({ host: fake.host, searchKey: 'read', writeKey: 'write' });
  });

  afterEach(() => fake.close());

  it('searches with the search key and writes with the write key', async () => {
    await index.apply('public', [put('A-1')]);
    await found();
    const keysOf = (path: string) =>
      new Set(fake.requests.filter((request) => request.path.startsWith(path)).map(({ key }) => key));
    assert.deepEqual(keysOf('/multi-search'), new Set(['Bearer read']));
    assert.deepEqual(keysOf('/indexes'), new Set(['Bearer write']));
  });

  it('sets its settings and nothing that would change our words', async () => {
    await index.state();
    assert.deepEqual(fake.settingsOf('dual-helix-public'), INDEX_SETTINGS);
    assert.deepEqual(fake.settingsOf('dual-helix-matching'), INDEX_SETTINGS);
  });

  it('rejects a change whose task failed, with the reason', async () => {
    await index.state();
    fake.failNextTask('The document identifier is invalid.');
    await assert.rejects(index.apply('public', [put('A-1')]), /failed: The document identifier is invalid/);
    await index.apply('public', [put('A-1')]);
    assert.deepEqual(await found(), ['A-1']);
  });

  it('says that search is unavailable while the engine is down, and works again after', async () => {
    fake.setDown(true);
    await assert.rejects(index.state(), SearchUnavailable);
    fake.setDown(false);
    await index.apply('public', [put('A-1')]);
    fake.setDown(true);
    await assert.rejects(index.find(REQUEST), SearchUnavailable);
    await assert.rejects(index.apply('public', [put('A-2')]), SearchUnavailable);
    fake.setDown(false);
    assert.deepEqual(await found(), ['A-1']);
  });

  it('says that search is unavailable when nobody listens', async () => {
    const nowhere = createMeilisearchIndex({ host: 'http://127.0.0.1:1' });
    await assert.rejects(nowhere.find(REQUEST), SearchUnavailable);
  });

  it('comes back empty from an engine that lost its volume, and says that it was never built', async () => {
    await index.rebuild('public', each(put('A-1').put));
    await index.rebuild('matching', each());
    assert.equal((await index.state()).version, SEARCH_VERSION);
    fake.loseEverything();
    assert.deepEqual(await found(), []);
    const { documents, version } = await index.state();
    assert.deepEqual([documents.public, version], [0, '']);
  });

  it('keeps what another process applies during a rebuild, and leaves no index behind', async () => {
    const other = createMeilisearchIndex({ host: fake.host });
    await index.apply('public', [put('A-1'), put('A-2'), put('A-3')]);
    async function* documents(): AsyncIterable<SearchDocument> {
      yield put('A-4').put;
      await other.apply('public', [put('A-1', '铜合金', 2), { remove: 'A-2' }, put('A-5')]);
      yield* [put('A-1').put, put('A-2').put, put('A-3').put];
      await other.apply('public', [put('A-5', '铝合金', 2), { remove: 'A-4' }]);
    }
    await index.rebuild('public', documents());
    assert.deepEqual(await found(), ['A-3', 'A-5']);
    assert.deepEqual(await index.compare('public', '', 9), [
      { id: 'A-1', revision: 2 },
      { id: 'A-3', revision: 1 },
      { id: 'A-5', revision: 2 },
    ]);
    assert.deepEqual(fake.indexUids(), ['dual-helix-matching', 'dual-helix-public', 'dual-helix-versions']);
  });

  it('takes the place of a rebuild that was broken off', async () => {
    await index.apply('public', [put('A-1')]);
    fake.failNextTask('disk full');
    await assert.rejects(index.rebuild('public', each(put('A-2').put)), /disk full/);
    assert.deepEqual(await found(), ['A-1']);
    await index.rebuild('public', each(put('A-2').put));
    assert.deepEqual(await found(), ['A-2']);
  });

  it('splits what is pasted into queries of at most ten words', async () => {
    await index.apply('public', [put('A-1', '耐盐碱水稻新品种选育与推广应用示范'), put('A-2', '其他')]);
    const text = `${'我们希望了解'.repeat(20)}耐盐碱水稻新品种选育与推广应用示范`;
    assert.equal((await index.find({ ...REQUEST, text })).hits[0]?.id, 'A-1');
  });
});

async function* each(...documents: SearchDocument[]): AsyncIterable<SearchDocument> {
  yield* documents;
}

describe('a term for Meilisearch', () => {
  it('is a word of lower-case letters, different for different terms, and keeps prefixes', () => {
    assert.equal(encodeTerm('weld'), 'weld');
    assert.match(encodeTerm('6061t6/°q𠀀'), /^[a-z]+$/);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        assert.equal(encodeTerm(left) === encodeTerm(right), left === right);
        assert.ok(encodeTerm(left + right).startsWith(encodeTerm(left)));
      }),
    );
  });

  it('stands for pairs and single characters of Han', () => {
    const words = encodeLine(' 铝合金 weld ').split(' ');
    assert.deepEqual(words, ['铝合', '合金', '金', 'weld', '铝', '合'].map(encodeTerm));
  });
});

describe('a filter for Meilisearch', () => {
  it('quotes values, whatever they are', () => {
    assert.deepEqual(filterExpression({ facets: { trl: ['5" OR kind = "x', 'a\\'] } }), [
      [String.raw`facets.trl = "5\" OR kind = \"x"`, String.raw`facets.trl = "a\\"`],
    ]);
  });

  it('refuses names and bounds that cannot be ours', () => {
    assert.throws(() => filterExpression({ facets: { 'x OR y': ['1'] } }), TypeError);
    assert.throws(() => filterExpression({ ranges: { price: { from: Number.NaN } } }), TypeError);
  });

  it('orders references as their two numbers do', () => {
    const reference = fc.stringMatching(/^[APOD]-20\d\d-\d{6}[0-9A-Z]$/);
    fc.assert(
      fc.property(reference, reference, (left, right) => {
        const [a, b] = [idOrder(left), idOrder(right)];
        assert.equal(left < right, a.high < b.high || (a.high === b.high && a.low < b.low));
      }),
    );
  });
});
