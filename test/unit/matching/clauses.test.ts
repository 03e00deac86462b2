import assert from 'node:assert/strict';
import type { ClauseRole } from '../../../server/matching/reading/clauseRole.ts';
import { clausesOf } from '../../../server/matching/reading/clauses.ts';
import { sentencesOf } from '../../../server/matching/reading/sentences.ts';

/** Clauses with `role:` before each. */
const TEXTS: [text: string, roles: ClauseRole[]][] = [
  ['希望壳体不漏气。', ['need']],
  ['希望壳体不漏气,壁厚均匀。', ['need', 'need']],
  ['颜色没问题,就是釉面上全是针孔。', ['settled', 'plain']],
  ['换过三家涂料,三个月又掉。', ['failed', 'failed']],
  ['换过三家涂料,可是漆皮照样掉。', ['failed', 'problem']],
  ['公司成立于一九九八年,主营压铸件。', ['background', 'background']],
  ['不要加热的办法,只要常温固化。', ['excluded', 'excluded']],
  ['The colour is fine, but the glaze blisters.', ['settled', 'problem']],
  ['We tried three paints, and the film came off.', ['failed', 'failed']],
  ['We need a glaze without pinholes, at 1,200 °C.', ['need', 'need']],
  ['Founded in 1998, the works is family-owned.', ['background', 'background']],
];

describe('what the clauses of a demand do', () => {
  for (const [text, roles] of TEXTS)
    it(text, () => {
      assert.deepEqual(
        clausesOf(sentencesOf(text)).map(({ role }) => role),
        roles,
      );
    });

  it('takes what is told at length before the first trouble for an opening, in either language', () => {
    const zh = '三台冷室机,两条喷涂线,院里有食堂,门口通公交。老是漏气。车完才看得见。';
    const en =
      'Three casting machines, two paint lines, a canteen, a bus stop. The housings still leak. We see it late.';
    for (const text of [zh, en])
      assert.deepEqual(
        clausesOf(sentencesOf(text)).map(({ role }) => role),
        ['opening', 'opening', 'opening', 'opening', 'problem', 'plain'],
      );
  });

  it('takes a few words before the trouble for part of it', () => {
    const text = '水泵壳子,铝的。老是漏气。';
    assert.deepEqual(
      clausesOf(sentencesOf(text)).map(({ role }) => role),
      ['plain', 'plain', 'problem'],
    );
  });

  it('loses no word and makes none', () => {
    for (const [text] of TEXTS)
      assert.equal(
        clausesOf(sentencesOf(text))
          .map((clause) => clause.text)
          .join(''),
        text,
      );
  });
});
