/**
 * Counts pairs under their first part. Takes no new ones beyond `most`, so that memory stays bounded in a corpus
 * of any size.
 */
export function createPairCounter(most: number) {
  const counts = new Map<string, Map<string, number>>();
  let pairs = 0;
  return {
    /** By first part, how often each second one came with it. */
    counts: counts as ReadonlyMap<string, ReadonlyMap<string, number>>,
    add(first: string, second: string): void {
      const known = counts.get(first) ?? new Map<string, number>();
      const count = known.get(second);
      if (count === undefined && pairs >= most) return;
      if (count === undefined) pairs += 1;
      counts.set(first, known.set(second, (count ?? 0) + 1));
    },
  };
}
