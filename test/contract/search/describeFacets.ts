import assert from 'node:assert/strict';
import type { FindRequest } from '../../../search/searchIndex.ts';
import type { Entry } from './corpus.ts';
import { idsOf, type OpenIndex, opened, puts, REQUEST } from './openedIndex.ts';

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

/** How every search engine filters, counts and sorts. */
export function describeFacets(open: OpenIndex): void {
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
