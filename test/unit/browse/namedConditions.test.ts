import assert from 'node:assert/strict';
import fc from 'fast-check';
import { browseFacets, type FacetParameter } from '../../../server/browse/browseFacets.ts';
import { namedConditions } from '../../../server/browse/namedConditions.ts';

describe('conditions written among the words of a search', () => {
  const readings: [typed: string, text: string, facets: Partial<Record<FacetParameter, string[]>>][] = [
    ['铝合金 地区:沈阳', '铝合金', { region: ['2101'] }],
    ['地区：山东 齿轮', '齿轮', { region: ['37'] }],
    ['region:Dalian castings', 'castings', { region: ['2102'] }],
    ['REGION:37 pump', 'pump', { region: ['37'] }],
    ['ipc:c22c 除气', '除气', { ipc: ['C22C'] }],
    ['分类号:C22', '', { ipc: ['C22'] }],
    ['ipc:"C22C 21/00" 除气', 'C22C 21/00 除气', { ipc: ['C22C'] }],
    ['成熟度:6 trl:7', '', { trl: ['6', '7'] }],
    ['领域:新材料 涂层', '涂层', { field: ['new-materials'] }],
    ['行业:33', '', { industry: ['33'] }],
    ['合作方式:转让', '', { cooperation: ['assignment'] }],
    ['地区:哪里也不是 泵', '地区:哪里也不是 泵', {}],
    ['地区:山', '地区:山', {}],
    ['ipc:Z99Z', 'ipc:Z99Z', {}],
    ['ratio 3:1  and http://market.test', 'ratio 3:1  and http://market.test', {}],
    ['-地区:沈阳', '-地区:沈阳', {}],
    ['地区:', '地区:', {}],
  ];
  for (const [typed, text, facets] of readings) {
    it(`${typed} asks for ${JSON.stringify(facets)}${text && ` and ${text}`}`, () => {
      assert.deepEqual(namedConditions(typed), { text, facets });
    });
  }

  it('are known values, whatever is typed', () => {
    const names = ['ipc', '地区', 'trl', 'field', '行业', 'constructor'];
    const part = fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const { facets } = namedConditions(parts.map(([name, value]) => `${name}:${value}`).join(' '));
        for (const [name, codes] of Object.entries(facets))
          for (const code of codes) assert.ok(browseFacets[name as FacetParameter].has(code), code);
      }),
    );
  });
});
