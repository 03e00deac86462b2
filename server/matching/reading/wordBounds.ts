/** Made once: loading the dictionary takes longer than reading a text. */
let segmenter: Intl.Segmenter | null = null;

/**
 * Where Chinese words begin and end in a text, by the dictionary of the runtime. Pairs of characters that cross
 * a bound are accidents of writing more often than words; the dictionary does not know every word of a trade,
 * so they count less, not nothing.
 */
export function wordBounds(text: string): (start: number, end: number) => boolean {
  if (!/\p{Script=Han}/u.test(text)) return () => false;
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const bounds = new Set([...segmenter.segment(text)].map(({ index }) => index));
  return (start, end) => {
    for (let at = start + 1; at < end; at += 1) if (bounds.has(at)) return true;
    return false;
  };
}
