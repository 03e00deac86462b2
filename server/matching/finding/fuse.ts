import type { FoundListing } from '../../../search/searchIndex.ts';

/** A list's first place counts little more than its tenth: many lists decide together. */
const RANK_OFFSET = 20;

/** Several lists of hits as one, by place in each list; ties by id. Scores of engines are not compared. */
export function fuse(lists: readonly FoundListing[][], limit: number): string[] {
  const points = new Map<string, number>();
  for (const list of lists)
    for (const [place, { id }] of list.entries())
      points.set(id, (points.get(id) ?? 0) + 1 / (RANK_OFFSET + place));
  return [...points]
    .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
    .slice(0, limit)
    .map(([id]) => id);
}
