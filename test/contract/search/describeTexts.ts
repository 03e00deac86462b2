import assert from 'node:assert/strict';
import { CORPUS } from './corpus.ts';
import { idsOf, type OpenIndex, opened, puts, REQUEST } from './openedIndex.ts';
import { QUERY_TABLE } from './queryTable.ts';

const NAMES = new Map(Object.entries(CORPUS).map(([name, { id }]) => [id, name]));

/** What every search engine has to find. */
export function describeTexts(open: OpenIndex): void {
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
