/**
 * The codes of one facet for every slot. Documents with the same combination of codes share one set, so that
 * a slot costs four bytes, a filter is decided once a set, and counting adds one number a document. `documents` are
 * there already, without any code.
 */
export function createFacetColumn(capacity: number, documents: number) {
  let setOfSlot = new Uint32Array(capacity);
  const sets: string[][] = [[]];
  const setByKey = new Map<string, number>([['', 0]]);
  /** How many documents there are by set. */
  const totals: number[] = [documents];

  return {
    /** `before`: whether the slot held a document until now. */
    write(slot: number, codes: string[], before: boolean): void {
      const key = codes.join('\n');
      let set = setByKey.get(key);
      if (set === undefined) {
        set = sets.push([...new Set(codes)]) - 1;
        setByKey.set(key, set);
        totals.push(0);
      }
      if (before) this.clear(slot);
      totals[set] = (totals[set] ?? 0) + 1;
      setOfSlot[slot] = set;
    },
    /** The slot's document is gone. */
    clear(slot: number): void {
      const set = setOfSlot[slot] ?? 0;
      totals[set] = (totals[set] ?? 0) - 1;
    },
    totals: (): readonly number[] => totals,
    grow(size: number): void {
      const grown = new Uint32Array(size);
      grown.set(setOfSlot);
      setOfSlot = grown;
    },
    /** By set, whether a document with it has any of the codes. */
    allowing(codes: string[]): Uint8Array {
      const wanted = new Set(codes);
      return Uint8Array.from(sets, (set) => (set.some((code) => wanted.has(code)) ? 1 : 0));
    },
    setOfSlots: () => setOfSlot,
    setCount: () => sets.length,
    /** Counts by set turned into counts by code. */
    countCodes(counts: Uint32Array | readonly number[]): Record<string, number> {
      const byCode = new Map<string, number>();
      counts.forEach((count, set) => {
        if (count === 0) return;
        for (const code of sets[set] ?? []) byCode.set(code, (byCode.get(code) ?? 0) + count);
      });
      return Object.fromEntries([...byCode].sort(([left], [right]) => (left < right ? -1 : 1)));
    },
  };
}

export type FacetColumn = ReturnType<typeof createFacetColumn>;
