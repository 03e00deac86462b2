import assert from 'node:assert/strict';
import type { FindRequest, SearchChange, SearchDocument, SearchIndex } from '../../../search/searchIndex.ts';
import { SEARCH_VERSION } from '../../../search/searchVersion.ts';
import { CORPUS, documentOf, type Entry } from './corpus.ts';
import { QUERY_TABLE } from './queryTable.ts';

export interface OpenedIndex {
  index: SearchIndex;
  close(): Promise<void>;
}

/** What every search engine has to do, the same for all. */
export function describeSearchIndex(name: string, open: () => Promise<OpenedIndex>): void {
  describe(`${name}: texts`, () => describeTexts(open));
  describe(`${name}: filters, facets and order`, () => describeFacets(open));
  describe(`${name}: changes`, () => describeChanges(open));
  describe(`${name}: probes`, () => describeProbes(open));
}

const REQUEST: FindRequest = { index: 'public', text: '', filter: {}, facets: [], offset: 0, limit: 100 };

const NAMES = new Map(Object.entries(CORPUS).map(([name, { id }]) => [id, name]));

function puts(entries: Entry[]): SearchChange[] {
  return entries.map((entry) => ({ put: documentOf(entry) }));
}

async function* each(documents: SearchDocument[]): AsyncIterable<SearchDocument> {
  yield* documents;
}

async function idsOf(index: SearchIndex, request: Partial<FindRequest>): Promise<string[]> {
  return (await index.find({ ...REQUEST, ...request })).hits.map(({ id }) => id);
}

function opened(open: () => Promise<OpenedIndex>, isFresh: boolean): () => SearchIndex {
  let current: OpenedIndex | undefined;
  const begin = async () => {
    current = await open();
  };
  const end = async () => {
    await current?.close();
  };
  if (isFresh) {
    beforeEach(begin);
    afterEach(end);
  } else {
    before(begin);
    after(end);
  }
  return () => {
    assert.ok(current);
    return current.index;
  };
}

function describeTexts(open: () => Promise<OpenedIndex>): void {
  const index = opened(open, false);
  before(() => index().apply('public', puts(Object.values(CORPUS))));

  for (const { query, find = [], not = [], first = [] } of QUERY_TABLE) {
    it(`${query} -> ${[first.length > 0 && `first ${first}`, find.length > 0 && `finds ${find}`, not.length > 0 && `not ${not}`].filter(Boolean).join('; ')}`, async () => {
      const found = (await idsOf(index(), { text: query })).map((id) => NAMES.get(id) ?? id);
      for (const name of find) assert.ok(found.includes(name), `${name} is missing in ${found}`);
      for (const name of not) assert.ok(!found.includes(name), `${name} should not be in ${found}`);
      assert.deepEqual(found.slice(0, first.length).sort(), [...first].sort(), `found ${found}`);
    });
  }

  it('takes a misspelt word of five letters or more for the one it nearly is, and says so', async () => {
    const cases: [typed: string, corrected: string, name: keyof typeof CORPUS][] = [
      ['orthopedic implants', 'orthopaedic implants', 'titanium'],
      ['slugde', 'sludge', 'pending'],
      ['ceramik 涂层', 'ceramic 涂层', 'ceramic'],
      ['Recyvling cathodes', 'recycling cathodes', 'battery'],
    ];
    for (const [typed, corrected, name] of cases) {
      const { hits, correctedText } = await index().find({ ...REQUEST, text: typed });
      assert.equal(hits[0]?.id, CORPUS[name].id, typed);
      assert.equal(correctedText?.toLowerCase(), corrected);
    }
    for (const text of ['sludge', 'xyzxyzxyz', '"slugde"', 'rise', 'vacc']) {
      assert.equal((await index().find({ ...REQUEST, text })).correctedText, undefined, text);
    }
  });

  it('takes any string', async () => {
    const strings = [
      '"',
      '""',
      "'",
      '*',
      '-',
      '--',
      '- ',
      '(',
      ')',
      'AND',
      'OR NOT',
      'NEAR(a b)',
      'title:铝',
      '{title}:x',
      '^铝',
      'a"b',
      '\0',
      '铝\0金',
      '😀',
      '\ud800',
      '%',
      '_',
      '\\',
      'é\u0301',
      '铝 OR',
      '-铝',
      '"铝',
      '！？。',
      'a-b-c',
      '+',
      '6061-',
      '-"',
      '""""',
      "'; drop table x; --",
      '[1]',
      'x'.repeat(20_000),
      '铝'.repeat(20_000),
    ];
    for (const text of strings) {
      const { total, hits } = await index().find({ ...REQUEST, text });
      assert.ok(total >= 0 && hits.length <= 100, text.slice(0, 20));
    }
  });

  it('puts the listing a long pasted text is about first', async () => {
    const filler = '我们公司长期从事相关产品的生产，希望与高校合作，解决生产中遇到的困难。'.repeat(300);
    const pasted = `${filler}耐盐碱水稻新品种选育，Breeding of salt-tolerant rice varieties。${filler}`;
    assert.equal((await idsOf(index(), { text: pasted }))[0], CORPUS.seeds.id);
  });

  it('gives everything for an empty text, in order of id', async () => {
    const ids = await idsOf(index(), { text: '  ' });
    assert.deepEqual(
      ids,
      Object.values(CORPUS)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('gives pages that follow on each other', async () => {
    const all = await idsOf(index(), { text: '电池' });
    const pages = await Promise.all(
      all.map((_, offset) => idsOf(index(), { text: '电池', offset, limit: 1 })),
    );
    assert.deepEqual(pages.flat(), all);
    assert.deepEqual(await idsOf(index(), { text: '电池', offset: 500 }), []);
  });

  it('keeps the two indexes apart', async () => {
    assert.deepEqual(await idsOf(index(), { index: 'matching' }), []);
  });
}

const FACETED: Entry[] = [
  {
    id: 'A-1',
    zh: '铝合金',
    facets: { field: ['material'], trl: ['5'], ipc: ['C', 'C22', 'C22C'] },
    numbers: { price: 300, publishedAt: 10 },
  },
  {
    id: 'A-2',
    zh: '铝合金',
    facets: { field: ['material', 'energy'], trl: ['7'], ipc: ['C', 'C22', 'C22F'] },
    numbers: { price: 100, publishedAt: 30 },
  },
  {
    id: 'A-3',
    zh: '铜合金',
    facets: { field: ['energy'], trl: ['7'], ipc: ['C', 'C22', 'C22C'] },
    numbers: { publishedAt: 20 },
  },
  {
    id: 'D-4',
    kind: 'demand',
    zh: '铝合金',
    facets: { field: ['material'], trl: ['9'] },
    numbers: { price: 200, publishedAt: 40 },
  },
];

function describeFacets(open: () => Promise<OpenedIndex>): void {
  const index = opened(open, false);
  before(() => index().apply('public', puts(FACETED)));
  const find = (request: Partial<FindRequest>) => index().find({ ...REQUEST, ...request });

  it('counts values over everything that passes', async () => {
    const { facets, total, isExact } = await find({ facets: ['field', 'trl', 'unknown'] });
    assert.deepEqual(facets, { field: { energy: 2, material: 3 }, trl: { 5: 1, 7: 2, 9: 1 }, unknown: {} });
    assert.deepEqual([total, isExact], [4, true]);
  });

  it('does not let a facet count itself out', async () => {
    const { facets, total } = await find({ filter: { facets: { trl: ['7'] } }, facets: ['field', 'trl'] });
    assert.equal(total, 2);
    assert.deepEqual(facets, { field: { energy: 2, material: 1 }, trl: { 5: 1, 7: 2, 9: 1 } });
  });

  it('joins values of a facet with or, facets with and', async () => {
    assert.deepEqual(await idsOf(index(), { filter: { facets: { trl: ['5', '7'] } } }), [
      'A-1',
      'A-2',
      'A-3',
    ]);
    assert.deepEqual(await idsOf(index(), { filter: { facets: { trl: ['5', '7'], field: ['material'] } } }), [
      'A-1',
      'A-2',
    ]);
    assert.deepEqual(await idsOf(index(), { filter: { facets: { trl: [] } } }), ['A-1', 'A-2', 'A-3', 'D-4']);
    assert.deepEqual(await idsOf(index(), { filter: { facets: { unknown: ['x'] } } }), []);
    assert.deepEqual(await idsOf(index(), { filter: { facets: { field: ['" OR 1=1'] } } }), []);
  });

  it('filters by kind and counts kinds', async () => {
    const { facets, hits } = await find({ filter: { kinds: ['demand'] }, facets: ['kind', 'trl'] });
    assert.deepEqual(
      hits.map(({ id }) => id),
      ['D-4'],
    );
    assert.deepEqual(facets, { kind: { achievement: 3, demand: 1 }, trl: { 9: 1 } });
  });

  it('filters by ranges, bounds included; what has no value is in no range', async () => {
    assert.deepEqual(await idsOf(index(), { filter: { ranges: { price: { from: 100, to: 200 } } } }), [
      'A-2',
      'D-4',
    ]);
    assert.deepEqual(await idsOf(index(), { filter: { ranges: { price: { from: 201 } } } }), ['A-1']);
    assert.deepEqual(await idsOf(index(), { filter: { ranges: { price: {} } } }), ['A-1', 'A-2', 'D-4']);
  });

  it('filters and counts what a text finds', async () => {
    const { facets, total } = await find({
      text: '铝合金',
      filter: { facets: { field: ['material'] } },
      facets: ['trl', 'field'],
    });
    assert.equal(total, 3);
    assert.deepEqual(facets, { trl: { 5: 1, 7: 1, 9: 1 }, field: { energy: 1, material: 3 } });
  });

  it('sorts by a number in both directions, what has none last, ties by id', async () => {
    const by = (name: string, direction: 'ascending' | 'descending') =>
      idsOf(index(), { sort: { by: name, direction } });
    assert.deepEqual(await by('publishedAt', 'descending'), ['D-4', 'A-2', 'A-3', 'A-1']);
    assert.deepEqual(await by('price', 'ascending'), ['A-2', 'D-4', 'A-1', 'A-3']);
    assert.deepEqual(await by('price', 'descending'), ['A-1', 'D-4', 'A-2', 'A-3']);
    assert.deepEqual(await by('nothing', 'descending'), ['A-1', 'A-2', 'A-3', 'D-4']);
  });

  it('orders equal texts by id', async () => {
    assert.deepEqual(await idsOf(index(), { text: '铝合金' }), ['A-1', 'A-2', 'D-4']);
  });
}

function describeChanges(open: () => Promise<OpenedIndex>): void {
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

function describeProbes(open: () => Promise<OpenedIndex>): void {
  const index = opened(open, false);
  before(() => index().apply('matching', puts(Object.values(CORPUS))));

  it('answers each probe with its own list, best first', async () => {
    const probes = [
      {
        terms: [
          { text: '废水', weight: 2 },
          { text: '电镀', weight: 5 },
        ],
        filter: {},
        limit: 10,
      },
      { terms: [{ text: 'weld', weight: 1 }], filter: { kinds: ['patent'] }, limit: 10 },
      {
        terms: [
          { text: '固态电池', weight: 1 },
          { text: '6061t6', weight: 1 },
        ],
        filter: {},
        limit: 10,
      },
      { terms: [], filter: {}, limit: 10 },
      {
        terms: [
          { text: '"*', weight: 1 },
          { text: '\0', weight: 1 },
        ],
        filter: {},
        limit: 10,
      },
    ];
    const [water, weld, phrase, nothing, rubbish] = await index().probe('matching', probes);
    assert.deepEqual(
      water?.map(({ id }) => id),
      [CORPUS.waterDemand.id, CORPUS.water.id],
    );
    assert.deepEqual(
      weld?.map(({ id }) => id),
      [CORPUS.weld.id],
    );
    assert.deepEqual(new Set(phrase?.map(({ id }) => id)), new Set([CORPUS.solid.id, CORPUS.alloy.id]));
    assert.deepEqual([nothing, rubbish], [[], []]);
  });

  it('lets the weights decide', async () => {
    const probe = (copper: number, rice: number) => ({
      terms: [
        { text: '靶材', weight: copper },
        { text: '水稻', weight: rice },
      ],
      filter: {},
      limit: 1,
    });
    const [first, second] = await index().probe('matching', [probe(9, 1), probe(1, 9)]);
    assert.deepEqual([first?.[0]?.id, second?.[0]?.id], [CORPUS.copper.id, CORPUS.seeds.id]);
  });
}
