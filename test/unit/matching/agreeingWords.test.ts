import assert from 'node:assert/strict';
import { agreeingWords } from '../../../server/matching/evidence/agreeingWords.ts';
import { emptyGlossary } from '../../../server/matching/glossary/glossary.ts';
import type { Passage } from '../../../server/matching/matchingText.ts';

const passage = (text: string): Passage => ({
  field: 'metrics',
  language: 'zh',
  text,
  weight: 1,
  visibility: 'public',
  isRedacted: false,
});

const term = (word: string) => ({
  term: word,
  kind: 'word' as const,
  weight: 1,
  strength: 1,
  via: null,
});

describe('agreeing words', () => {
  it('do not run over brackets and commas', () => {
    const text = passage('高温硬度 ≥ 52 HRC(500 ℃)，硬度 ，轧辊');
    const words = agreeingWords(
      ['52', 'hrc', '500', '硬度', '轧辊'].map(term),
      [text],
      [text],
      emptyGlossary,
    );
    const shown = words.flatMap(({ demand }) => demand.map((place) => place.text));
    assert.deepEqual([...new Set(shown)].sort(), ['500', '52 HRC', '硬度', '轧辊']);
  });

  it('show words that stand together as one', () => {
    const text = passage('laser cladding of rolls');
    const [first] = agreeingWords(['laser', 'clad'].map(term), [text], [text], emptyGlossary);
    assert.equal(first?.demand[0]?.text, 'laser cladding');
  });
});
