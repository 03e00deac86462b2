import assert from 'node:assert/strict';
import { browseAddress, withoutFacet } from '../../../server/browse/browseAddress.ts';
import { effectiveSort, parseBrowseQuery } from '../../../server/browse/browseQuery.ts';
import { ApplicationError } from '../../../server/errors.ts';

const EMPTY = { text: '', page: 1, sort: null, facets: {}, ranges: {} };

describe('the query of a browse page', () => {
  const readings: [name: string, parameters: Record<string, unknown>, expected: object][] = [
    ['nothing', {}, EMPTY],
    ['empty boxes of a plain form', { q: '', page: '', sort: '', field: '', ipc: ['', ''] }, EMPTY],
    ['words, trimmed', { q: '  铝合金 焊接 ' }, { ...EMPTY, text: '铝合金 焊接' }],
    ['a page', { page: '12' }, { ...EMPTY, page: 12 }],
    ['a sort', { sort: 'expiring' }, { ...EMPTY, sort: 'expiring' }],
    ['one value', { trl: '6' }, { ...EMPTY, facets: { trl: ['6'] } }],
    ['several values, each once', { trl: ['6', '7', '6'] }, { ...EMPTY, facets: { trl: ['6', '7'] } }],
    [
      'IPC section, class and subclass',
      { ipc: ['A', 'B22', 'H04L'] },
      { ...EMPTY, facets: { ipc: ['A', 'B22', 'H04L'] } },
    ],
    ['a city inside its province', { region: ['21', '2101'] }, { ...EMPTY, facets: { region: ['2101'] } }],
    ['a subclass inside its section', { ipc: ['C', 'C22C'] }, { ...EMPTY, facets: { ipc: ['C22C'] } }],
    [
      'a division inside its section',
      { industry: ['C', '32', 'A'] },
      { ...EMPTY, facets: { industry: ['32', 'A'] } },
    ],
    [
      'every other facet',
      { price: 'free', licence: 'announced', freshness: '90-days', 'organisation-kind': 'university' },
      {
        ...EMPTY,
        facets: {
          price: ['free'],
          licence: ['announced'],
          freshness: ['90-days'],
          'organisation-kind': ['university'],
        },
      },
    ],
    ['as many words as are allowed', { q: 'x'.repeat(10_000) }, { ...EMPTY, text: 'x'.repeat(10_000) }],
  ];
  for (const [name, parameters, expected] of readings) {
    it(`reads ${name}`, () => assert.deepEqual(parseBrowseQuery(parameters), expected));
  }

  const refusals: [name: string, parameters: Record<string, unknown>, kind: string, named: string][] = [
    ['an unknown parameter', { colour: 'red' }, 'badRequest', 'colour'],
    ['a bracketed parameter', { 'field[]': 'nuclear' }, 'badRequest', 'field[]'],
    ['an unknown sort', { sort: 'random' }, 'badRequest', 'sort'],
    ['two sorts', { sort: ['newest', 'price'] }, 'badRequest', 'sort'],
    ['two texts', { q: ['a', 'b'] }, 'badRequest', 'q'],
    ['an object as text', { q: { $ne: '' } }, 'badRequest', 'q'],
    ['an object in a facet', { field: [{ $gt: '' }] }, 'badRequest', 'field'],
    ['NUL in the text', { q: 'a\0b' }, 'badRequest', 'q'],
    ['half a surrogate pair', { q: 'a\ud800b' }, 'badRequest', 'q'],
    ['page 0', { page: '0' }, 'badRequest', 'page'],
    ['a negative page', { page: '-1' }, 'badRequest', 'page'],
    ['half a page', { page: '1.5' }, 'badRequest', 'page'],
    ['a page in words', { page: 'two' }, 'badRequest', 'page'],
    ['an unknown field', { field: 'alchemy' }, 'badRequest', 'field'],
    ['a name every object has', { field: 'constructor' }, 'badRequest', 'field'],
    ['maturity 10', { trl: '10' }, 'badRequest', 'trl'],
    ['an IPC class that is none', { ipc: 'Z99' }, 'badRequest', 'ipc'],
    ['an IPC subclass of no class', { ipc: 'A99' + 'Z9' }, 'badRequest', 'ipc'],
    ['an IPC group', { ipc: 'C22C 21/00' }, 'badRequest', 'ipc'],
    ['an unknown region', { region: '999999' }, 'badRequest', 'region'],
    [
      'more values than a form has',
      { trl: Array.from({ length: 51 }, (_, index) => String(index)) },
      'badRequest',
      'trl',
    ],
    ['page 10^9', { page: '1000000000' }, 'notFound', ''],
    ['a page of twenty digits', { page: '9'.repeat(20) }, 'notFound', ''],
  ];
  for (const [name, parameters, kind, named] of refusals) {
    it(`refuses ${name}`, () => {
      assert.throws(
        () => parseBrowseQuery(parameters),
        (error) =>
          error instanceof ApplicationError &&
          error.kind === kind &&
          (named === '' || error.values.name === named),
      );
    });
  }

  it('refuses a text longer than anybody means', () => {
    assert.throws(() => parseBrowseQuery({ q: 'x'.repeat(10_001) }), { explanation: 'browse:textTooLong' });
  });

  it('sorts by relevance only where there are words', () => {
    assert.equal(effectiveSort({ ...EMPTY, text: 'a' }), 'relevance');
    assert.equal(effectiveSort(EMPTY), 'newest');
    assert.equal(effectiveSort({ ...EMPTY, sort: 'relevance' }), 'newest');
    assert.equal(effectiveSort({ ...EMPTY, sort: 'price' }), 'price');
  });
});

describe('the address of a query', () => {
  const query = parseBrowseQuery({ q: '铝 & 铜', page: '3', sort: 'price', trl: ['6', '7'], region: '2101' });

  it('is read back as the same query', () => {
    const address = new URL(browseAddress('/patents', query, { page: 3 }), 'http://market.test');
    const parameters = Object.fromEntries(
      [...new Set(address.searchParams.keys())].map((name) => [name, address.searchParams.getAll(name)]),
    );
    const single = Object.fromEntries(
      Object.entries(parameters).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
    );
    assert.deepEqual(parseBrowseQuery(single), query);
  });

  it('begins at the first page after a change', () => {
    assert.equal(
      browseAddress('/patents', query, { text: '' }),
      '/patents?region=2101&trl=6&trl=7&sort=price',
    );
    assert.equal(browseAddress('/patents', parseBrowseQuery({})), '/patents');
  });

  it('loses one value or a whole facet', () => {
    assert.deepEqual(withoutFacet(query.facets, 'trl', '6'), { region: ['2101'], trl: ['7'] });
    assert.deepEqual(withoutFacet(query.facets, 'region', '2101'), { trl: ['6', '7'] });
    assert.deepEqual(withoutFacet(query.facets, 'trl'), { region: ['2101'] });
  });
});
