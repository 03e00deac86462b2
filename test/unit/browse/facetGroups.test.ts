import assert from 'node:assert/strict';
import { FACET_PARAMETERS } from '../../../server/browse/browseFacets.ts';
import type { FacetCounts } from '../../../server/browse/browseService.ts';
import { facetGroups } from '../../../server/browse/facetGroups.ts';
import { cooperationForms } from '../../../server/vocabulary/cooperationForms.ts';

const reader = { language: 'zh' as const, translate: (key: string) => key };
const counts = (given: Partial<FacetCounts>) =>
  ({ ...Object.fromEntries(FACET_PARAMETERS.map((name) => [name, {}])), ...given }) as FacetCounts;
const lines = (given: Partial<FacetCounts>, chosen: Record<string, string[]> = {}) =>
  facetGroups(counts(given), chosen, reader).map(({ name, options, more }) => [
    name,
    options
      .map(
        ({ value, count, level, isChosen }) => `${'>'.repeat(level)}${value}:${count}${isChosen ? '*' : ''}`,
      )
      .join(' '),
    more.length,
  ]);

describe('facets beside results', () => {
  it('leave out what leads nowhere and keep what was chosen', () => {
    assert.deepEqual(lines({ field: { nuclear: 0, transport: 2 } }, { field: ['agriculture'] }), [
      ['field', 'transport:2 agriculture:0*', 0],
    ]);
  });

  it('put frequent fields first and grades in their order', () => {
    assert.deepEqual(lines({ field: { nuclear: 1, transport: 9 }, trl: { '9': 5, '3': 1 } }), [
      ['field', 'transport:9 nuclear:1', 0],
      ['trl', '3:1 9:5', 0],
    ]);
  });

  it('stand in the order of their table where that means something', () => {
    const codes = [...cooperationForms.codes];
    const all = Object.fromEntries(codes.toReversed().map((code) => [code, 1]));
    const [group] = facetGroups(counts({ cooperation: all }), {}, reader);
    assert.notDeepEqual(codes, codes.toSorted());
    assert.deepEqual(
      [...(group?.options ?? []), ...(group?.more ?? [])].map(({ value }) => value),
      codes,
    );
  });

  it('show cities under few provinces, under many only those of the chosen one', () => {
    const few = { '21': 3, '2101': 2, '2102': 1, '37': 1, '3701': 1 };
    assert.deepEqual(lines({ region: few }), [['region', '21:3 >2101:2 >2102:1 37:1 >3701:1', 0]]);
    const many = { ...few, '11': 5, '31': 4 };
    assert.deepEqual(lines({ region: many }), [['region', '11:5 31:4 21:3 37:1', 0]]);
    assert.deepEqual(lines({ region: many }, { region: ['21'] }), [
      ['region', '11:5 31:4 21:3* >2101:2 >2102:1 37:1', 0],
    ]);
    assert.deepEqual(lines({ region: many }, { region: ['2101'] }), [
      ['region', '11:5 31:4 21:3 >2101:2* >2102:1 37:1', 0],
    ]);
  });

  it('keep in view what was opened, however far down it lies', () => {
    const provinces = Object.fromEntries(
      ['11', '12', '13', '14', '15', '22', '23', '31', '32', '33', '34'].map((code, at) => [code, 50 - at]),
    );
    const region = { ...provinces, '21': 4, '2101': 2, '2102': 2, '210102': 1, '210202': 2 };
    const shown = (chosen: string[]) => lines({ region }, { region: chosen })[0]?.[1] as string;
    assert.doesNotMatch(shown([]), /21:4/);
    assert.match(shown(['21']), / 21:4\* >2101:2 >2102:2$/);
    assert.match(shown(['2101']), / 21:4 >2101:2\* >>210102:1 >2102:2$/);
    assert.match(shown(['210102']), / 21:4 >2101:2 >>210102:1\* >2102:2$/);
    const industry = Object.fromEntries('ABCDEFGHIJK'.split('').map((code) => [code, 1]));
    const opened = lines({ industry: { ...industry, '73': 1, M: 1 } }, { industry: ['M'] })[0];
    assert.match(opened?.[1] as string, / M:1\* >73:1$/);
  });

  it('never count a value of the index that the table does not know', () => {
    assert.deepEqual(lines({ price: { barter: 4, free: 1 } }), [['price', 'free:1', 0]]);
  });

  it('keep the long tail behind a word, chosen values excepted', () => {
    const ipc = Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((section) => [section, 1]));
    assert.deepEqual(
      lines({ ipc }).map(([, , more]) => more),
      [0],
    );
    const industries = Object.fromEntries([...'ABCDEFGHIJKLMN'].map((section) => [section, 1]));
    const [group] = lines({ industry: industries }, { industry: ['N'] });
    assert.deepEqual(group?.slice(1), ['A:1 B:1 C:1 D:1 E:1 F:1 G:1 H:1 N:1*', 5]);
  });
});
