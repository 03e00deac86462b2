import assert from 'node:assert/strict';
import { orderByRelevance } from '../../../search/ranking.ts';

const listing = (
  id: string,
  title: string,
  { summary = '', body = '', identifiers = [] as string[] } = {},
) => ({
  id,
  texts: [
    { field: 'title', weight: 8, zh: title },
    { field: 'summary', weight: 4, zh: summary },
    { field: 'description', weight: 1, zh: body },
  ],
  identifiers,
});

const order = (query: string, ...candidates: ReturnType<typeof listing>[]) =>
  orderByRelevance(query, candidates)
    .map(({ id }) => id)
    .join(' ');

describe('our order of candidates', () => {
  it('puts what says everything before what says a part, however often', () => {
    assert.equal(
      order(
        '铝合金 焊接',
        listing('1', '铝合金铝合金铝合金'),
        listing('2', '其他', { body: '铝合金的焊接' }),
      ),
      '2 1',
    );
  });

  it('puts words that stand together before the same words apart', () => {
    assert.equal(order('铝合金焊接', listing('1', '焊接用的铝合金'), listing('2', '铝合金焊接方法')), '2 1');
  });

  it('counts a title more than a summary, a summary more than a description', () => {
    const three = [
      listing('1', '其他', { body: '铝合金' }),
      listing('2', '其他', { summary: '铝合金' }),
      listing('3', '铝合金'),
    ];
    assert.equal(order('铝合金', ...three), '3 2 1');
  });

  it('puts the owner of a number before those that mention it', () => {
    const mentions = listing('1', 'ZL201710601862.3的改进', { body: 'ZL201710601862.3'.repeat(5) });
    const owns = listing('2', '焊接装置', { identifiers: ['ZL 2017 1 0601862.3'] });
    assert.equal(order('201710601862.3', mentions, owns), '2 1');
  });

  it('ranks one wrong character among six behind the exact ones', () => {
    assert.equal(
      order('高强度铝合金', listing('1', '高强庋铝合金'), listing('2', '高强度铝合金'), listing('3', '合金')),
      '2 1 3',
    );
  });

  it('takes a word apart for found when every character is in a word that was asked for', () => {
    const [apart] = orderByRelevance('废水处理', [listing('1', '废水深度处理')]);
    const [half] = orderByRelevance('废水处理', [listing('1', '废水深度净化')]);
    assert.ok((apart?.score ?? 0) > 2 && (half?.score ?? 0) < 2);
  });

  it('breaks ties by id and does not depend on the order given', () => {
    const same = ['3', '1', '2'].map((id) => listing(id, '铝合金'));
    assert.equal(order('铝合金', ...same), '1 2 3');
    assert.equal(order('铝合金', ...same.toReversed()), '1 2 3');
  });

  it('gives the same scores again', () => {
    const candidates = [listing('1', '铝合金焊接'), listing('2', '铝合金', { body: '焊接 weld' })];
    assert.deepEqual(
      orderByRelevance('铝合金焊接 weld', candidates),
      orderByRelevance('铝合金焊接 weld', candidates),
    );
  });
});
