import assert from 'node:assert/strict';
import { rememberedByText } from '../../../search/query/rememberedByText.ts';

describe('what is kept of a text', () => {
  it('is computed once, until newer texts push it out; nothing is kept of long ones', () => {
    const computed: string[] = [];
    const lengthOf = rememberedByText((text) => {
      computed.push(text.slice(0, 5));
      return text.length;
    }, 2);
    assert.deepEqual(['a', 'bb', 'a', 'bb'].map(lengthOf), [1, 2, 1, 2]);
    assert.deepEqual(computed, ['a', 'bb']);
    assert.deepEqual(['ccc', 'bb', 'a'].map(lengthOf), [3, 2, 1]);
    assert.deepEqual(computed, ['a', 'bb', 'ccc', 'a']);
    const long = 'x'.repeat(4_001);
    assert.deepEqual([lengthOf(long), lengthOf(long)], [4_001, 4_001]);
    assert.deepEqual(computed.slice(4), ['xxxxx', 'xxxxx']);
  });
});
