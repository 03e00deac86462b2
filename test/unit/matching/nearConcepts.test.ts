import assert from 'node:assert/strict';
import { tokenise } from '../../../search/analysis/tokenise.ts';
import {
  createNearConcepts,
  likeness,
  sharedConcepts,
} from '../../../server/matching/glossary/nearConcepts.ts';
import { parseGlossary } from '../../../server/matching/glossary/parseGlossary.ts';

const { concepts } = parseGlossary(`
## 印染 = dyeing | D06P | 17 |
湿摩擦牢度, 一擦就沾色, 浮色洗不净 = wet rub fastness, rubs off
烘干泳移, 边中色差 = dye migration
## 铸造 = casting | B22D | 33 |
压铸件漏气, 针孔缩松 = casting porosity, leaking castings
熔体除气, 铝液除氢 = melt degassing
`);
const near = createNearConcepts(concepts);
const read = (text: string) => near(tokenise(text).map(({ term }) => [term, 1] as const));

describe('concepts a text comes near', () => {
  const demand = read('白布一擦沾上颜色');
  it('brings together texts that share no word and name no concept in full', () => {
    const supply = read('提高织物耐湿摩性能，减少浮色');
    assert.ok(likeness(demand, supply) > 0.5, String(likeness(demand, supply)));
    assert.deepEqual(sharedConcepts(demand, supply, 3), ['#wet rub fastness']);
  });

  it('keeps texts about other things apart', () => {
    const other = read('铝液除氢装置');
    assert.equal(likeness(demand, other), 0);
    assert.deepEqual(sharedConcepts(demand, other, 3), []);
  });

  it('reads both languages of a concept as one', () => {
    assert.ok(likeness(demand, read('The colour rubs off')) > 0);
  });

  it('is a vector of length 1, the same each time, whatever the order of the words', () => {
    const words = [
      ['一擦', 2],
      ['沾色', 1],
      ['色差', 1],
    ] as const;
    const [one, other] = [near(words), near([...words].reverse())];
    assert.equal(likeness(one, one).toFixed(9), '1.000000000');
    assert.equal(likeness(one, other).toFixed(9), '1.000000000');
  });

  it('comes near nothing without words, or with unknown ones', () => {
    assert.equal(near([]).size, 0);
    assert.equal(read('😀 qwertz 12345').size, 0);
  });

  it('has nothing to come near in an empty glossary', () => {
    assert.equal(createNearConcepts([])([['沾色', 1]]).size, 0);
  });
});
