export type Comparison = (left: number, right: number) => number;

/** The first `count` in order, best first. Most elements are refused after one comparison, so long lists stay cheap. */
export function bestOf(elements: number[], compare: Comparison, count: number): number[] {
  if (elements.length <= count * 2) return elements.toSorted(compare).slice(0, count);
  let kept: number[] = [];
  let worst: number | undefined;
  for (const element of elements) {
    if (worst !== undefined && compare(element, worst) > 0) continue;
    kept.push(element);
    if (kept.length < count * 2) continue;
    kept = kept.sort(compare).slice(0, count);
    worst = kept.at(-1);
  }
  return kept.sort(compare).slice(0, count);
}
