import { diffWordsWithSpace } from 'diff';

export interface DifferencePart {
  text: string;
  kind: 'same' | 'inserted' | 'deleted';
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** What was removed and added between two texts, word by word in both languages. */
export function textDifference(before: string, after: string): DifferencePart[] {
  return diffWordsWithSpace(before, after, { intlSegmenter: words }).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'inserted' : removed ? 'deleted' : 'same',
  }));
}
