import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shingleSimilarity, shingles } from '../../../server/listings/shingles.ts';

describe('shingles', () => {
  it('are overlapping runs of five characters', () => {
    assert.deepEqual([...shingles('镁合金压铸件')], ['镁合金压铸', '合金压铸件']);
    assert.deepEqual([...shingles('AB, c')], ['abc']);
    assert.equal(shingles(' ，。').size, 0);
  });
});

describe('similarity of two texts', () => {
  it('ignores case, width, layout and punctuation', () => {
    assert.equal(shingleSimilarity('镁合金 压铸件，ＡＢ', '镁合金压铸件 ab。'), 1);
  });

  it('is the shared part of all runs', () => {
    assert.equal(shingleSimilarity('abcdef', 'abcdeg'), 1 / 3);
    assert.equal(shingleSimilarity('abcdef', 'uvwxyz'), 0);
  });

  it('is high for a copy with few changes and low for another text of the field', () => {
    const text = '针对镁合金压铸件气孔率偏高的问题，需要一种真空压铸工艺，使气孔率降到百分之零点五以下。';
    assert.ok(shingleSimilarity(text, text.replace('偏高', '过高')) > 0.7);
    assert.ok(shingleSimilarity(text, '需要一种铝合金焊接工艺，减少焊缝裂纹，提高接头的疲劳寿命。') < 0.1);
  });

  it('is nothing for an empty text', () => {
    assert.equal(shingleSimilarity('', ''), 0);
    assert.equal(shingleSimilarity('abcdef', ''), 0);
  });

  it('lies between 0 and 1, is the same both ways, and 1 with itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const similarity = shingleSimilarity(one, other);
        assert.ok(similarity >= 0 && similarity <= 1);
        assert.equal(similarity, shingleSimilarity(other, one));
        if (shingles(one).size > 0) assert.equal(shingleSimilarity(one, one), 1);
      }),
    );
  });
});
