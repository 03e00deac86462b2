import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createColumns } from '../../../search/columns/columns.ts';
import { createFilterTest, filterAndCount } from '../../../search/columns/filterSlots.ts';
import { sortSlots } from '../../../search/columns/sortSlots.ts';
import type { SearchFilter } from '../../../search/searchIndex.ts';

const codes = fc.subarray(['a', 'b', 'c']);
const entry = fc.record({
  kind: fc.constantFrom('achievement', 'demand'),
  facets: fc.record({ field: codes, trl: codes }),
  numbers: fc.record({ price: fc.integer({ min: 0, max: 5 }) }, { requiredKeys: [] }),
});
const filters: fc.Arbitrary<SearchFilter> = fc.record(
  {
    kinds: fc.subarray(['achievement', 'demand']),
    facets: fc.record({ field: codes, trl: codes }, { requiredKeys: [] }),
    ranges: fc.record(
      { price: fc.record({ from: fc.integer({ min: 0, max: 5 }) }, { requiredKeys: [] }) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

type Entry = { kind: string; facets: Record<string, string[]>; numbers: Record<string, number> };

/** The rule said plainly: any value within a facet, all facets, inside all ranges. */
function passes(
  { kind, facets, numbers }: Entry,
  { kinds = [], facets: wanted = {}, ranges = {} }: SearchFilter,
  except = '',
): boolean {
  const isOfKind = except === 'kind' || kinds.length === 0 || kinds.includes(kind);
  const hasFacets = Object.entries(wanted).every(
    ([name, values]) =>
      name === except || values.length === 0 || values.some((value) => facets[name]?.includes(value)),
  );
  const isInside = Object.entries(ranges).every(([name, { from = 0 }]) => (numbers[name] ?? -1) >= from);
  return isOfKind && hasFacets && isInside;
}

function tally(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function columnsOf(entries: Entry[]) {
  const columns = createColumns();
  for (const [index, values] of entries.entries()) columns.write(index + 1, { id: `A-${index}`, ...values });
  return columns;
}

describe('filters and counts over columns', () => {
  it('agree with looking at every document', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), filters, (entries: Entry[], filter) => {
        const columns = columnsOf(entries);
        const { passing, facets } = filterAndCount(columns, columns.liveSlots(), filter, ['kind', 'field']);
        const expected = entries.flatMap((values, index) => (passes(values, filter) ? [index + 1] : []));
        assert.deepEqual(passing, expected);
        assert.deepEqual(columns.liveSlots().filter(createFilterTest(columns, filter)), expected);
        assert.deepEqual(
          facets.kind,
          tally(entries.filter((values) => passes(values, filter, 'kind')).map(({ kind }) => kind)),
        );
        assert.deepEqual(
          facets.field,
          tally(
            entries
              .filter((values) => passes(values, filter, 'field'))
              .flatMap((values) => values.facets.field ?? []),
          ),
        );
      }),
    );
  });

  it('give the pages of one order', () => {
    const direction = fc.constantFrom('ascending' as const, 'descending' as const);
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 60 }),
        direction,
        fc.nat(10),
        (entries: Entry[], towards, limit) => {
          const columns = columnsOf(entries);
          const page = (offset: number, count: number) =>
            sortSlots(columns, columns.liveSlots(), {
              index: 'public',
              text: '',
              filter: {},
              facets: [],
              sort: { by: 'price', direction: towards },
              offset,
              limit: count,
            }).map(({ id }) => id);
          const priceOf = (id: string) => entries[Number(id.slice(2))]?.numbers.price;
          const all = page(0, entries.length);
          assert.deepEqual(page(3, limit), all.slice(3, 3 + limit));
          all.forEach((id, index) => {
            const [here, next] = [priceOf(id), priceOf(all[index + 1] ?? id)];
            if (here === undefined) assert.equal(next, undefined);
            else if (next !== undefined) assert.ok(towards === 'ascending' ? here <= next : here >= next);
          });
        },
      ),
    );
  });

  it('forget a removed document and use its place again', () => {
    const columns = columnsOf([{ kind: 'demand', facets: { trl: ['a'] }, numbers: {} }]);
    columns.remove(1);
    assert.deepEqual([columns.size(), columns.liveSlots(), columns.slotFor('A-9')], [0, [], 1]);
    columns.write(1, { id: 'A-9', kind: 'patent', facets: {}, numbers: {} });
    assert.deepEqual(filterAndCount(columns, columns.liveSlots(), {}, ['trl', 'kind']).facets, {
      trl: {},
      kind: { patent: 1 },
    });
  });
});
