import assert from 'node:assert/strict';
import { highlightRanges } from '../../../search/query/highlight.ts';
import { snippet } from '../../../search/query/snippet.ts';

const marked = (text: string, query: string) =>
  highlightRanges(text, query).map(([start, end]) => text.slice(start, end));

const CASES: [text: string, query: string, marked: string[]][] = [
  ['高强度铝合金板材', '铝合金', ['铝合金']],
  ['高强度鋁合金板材', '铝合金', ['鋁合金']],
  ['高强度镁合金', '高强度铝合金', ['高强度', '合金']],
  ['采用６０６１－Ｔ６板', '6061-t6', ['６０６１－Ｔ６']],
  ['专利ZL 2017 1 0601862.3有效', '201710601862.3', ['ZL 2017 1 0601862.3']],
  ['厚度0.05 mm以下', '0.05mm', ['0.05 mm']],
  ['Welded by friction stir welding', 'welding', ['Welded', 'welding']],
  ['friction, then stir; friction stir', '"friction stir"', ['friction stir']],
  ['高纯铝与铝板', '铝', ['铝', '铝']],
  ['naïve Bayes', 'naive', ['naïve']],
  ['铝合金的制备', '铝合金的', ['铝合金']],
  ['铜与铝', '铜 -铝', ['铜']],
  ['machinery', 'mach', ['machinery']],
  ['😀铝合金😀', '合金', ['合金']],
  ['铝合金 焊接', '"铝合金 焊接"', ['铝合金 焊接']],
  ['nothing here', 'wholly different', []],
];

describe('highlightRanges', () => {
  for (const [text, query, expected] of CASES) {
    it(`marks ${expected.join(' and ') || 'nothing'} in ${text} for ${query}`, () => {
      assert.deepEqual(marked(text, query), expected);
    });
  }
});

describe('a snippet', () => {
  const filler = '本段介绍其他内容。'.repeat(20);

  it('is the passage that says most of the query, and marks it', () => {
    const { text, ranges } = snippet(
      `${filler}铝合金。${filler}铝合金板材用于汽车。${filler}`,
      '铝合金 汽车',
      60,
    );
    assert.match(text, /^….*铝合金板材用于汽车.*…$/);
    assert.deepEqual(
      ranges.map(([start, end]) => text.slice(start, end)),
      ['铝合金', '汽车'],
    );
    assert.ok(text.length <= 90);
  });

  it('is the whole text when that is short', () => {
    assert.deepEqual(snippet('铝合金', '铝', 60), { text: '铝合金', ranges: [[0, 1]] });
  });

  it('is the beginning when nothing is found', () => {
    const { text, ranges } = snippet(filler, '铝合金', 40);
    assert.ok(filler.startsWith(text.slice(0, -1)) && text.endsWith('…'));
    assert.deepEqual(ranges, []);
  });

  it('never cuts a character or a Latin word in two', () => {
    const { text } = snippet(`${'𠀀'.repeat(50)} aluminium ${'word '.repeat(40)}`, 'aluminium', 40);
    assert.ok(text.isWellFormed());
    assert.match(text, /aluminium( word)+ ?…$/);
  });
});
