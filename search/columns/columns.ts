import type { SearchDocument } from '../searchIndex.ts';
import { createFacetColumn, type FacetColumn } from './facetColumn.ts';

/** What filters, facets and sorting need of a document. */
export type ColumnValues = Pick<SearchDocument, 'id' | 'kind' | 'facets' | 'numbers'>;

/** The kind is a facet like others under a name no facet has. */
export const KIND_FACET = '@kind';

const FIRST_CAPACITY = 1024;

/** All documents of an index in typed arrays, by slot; a slot is a rowid of the tables. */
export function createColumns() {
  let capacity = FIRST_CAPACITY;
  let isLive = new Uint8Array(capacity);
  const ids: (string | undefined)[] = [];
  const slotById = new Map<string, number>();
  const free: number[] = [];
  const facets = new Map<string, FacetColumn>();
  const numbers = new Map<string, Float64Array>();
  let highest = 0;

  function makeRoom(slot: number): void {
    if (slot < capacity) return;
    while (capacity <= slot) capacity *= 2;
    const grown = new Uint8Array(capacity);
    grown.set(isLive);
    isLive = grown;
    for (const column of facets.values()) column.grow(capacity);
    for (const [name, column] of numbers) {
      const longer = new Float64Array(capacity).fill(Number.NaN);
      longer.set(column);
      numbers.set(name, longer);
    }
  }

  /** A facet that no document had so far has no codes for those there are. */
  function facetColumn(name: string, isSlotCounted: boolean): void {
    if (facets.has(name)) return;
    facets.set(name, createFacetColumn(capacity, slotById.size - (isSlotCounted ? 0 : 1)));
  }

  function writeNumbers(slot: number, values: Record<string, number>): void {
    for (const name of Object.keys(values)) {
      if (!numbers.has(name)) numbers.set(name, new Float64Array(capacity).fill(Number.NaN));
    }
    for (const [name, column] of numbers) column[slot] = values[name] ?? Number.NaN;
  }

  return {
    /** The slot a document has, or the one it would be given. */
    slotFor: (id: string): number => slotById.get(id) ?? free.at(-1) ?? highest + 1,
    findSlot: (id: string): number | undefined => slotById.get(id),
    write(slot: number, values: ColumnValues): void {
      makeRoom(slot);
      if (free.at(-1) === slot) free.pop();
      highest = Math.max(highest, slot);
      const before = isLive[slot] === 1;
      ids[slot] = values.id;
      slotById.set(values.id, slot);
      isLive[slot] = 1;
      const all: Record<string, string[]> = { ...values.facets, [KIND_FACET]: [values.kind] };
      for (const name of Object.keys(all)) facetColumn(name, before);
      for (const [name, column] of facets) column.write(slot, all[name] ?? [], before);
      writeNumbers(slot, values.numbers);
    },
    remove(slot: number): void {
      const id = ids[slot];
      if (id === undefined || isLive[slot] !== 1) return;
      slotById.delete(id);
      ids[slot] = undefined;
      isLive[slot] = 0;
      for (const column of facets.values()) column.clear(slot);
      free.push(slot);
    },
    /** A gap below the highest slot, to be used again. */
    setFree(slot: number): void {
      free.push(slot);
    },
    idOf: (slot: number): string => ids[slot] ?? '',
    isLive: (slot: number): boolean => isLive[slot] === 1,
    liveSlots(): number[] {
      const slots: number[] = [];
      for (let slot = 1; slot <= highest; slot += 1) if (isLive[slot] === 1) slots.push(slot);
      return slots;
    },
    /** Slots run from 1 to this. */
    highest: () => highest,
    size: () => slotById.size,
    facet: (name: string): FacetColumn | undefined => facets.get(name),
    number: (name: string): Float64Array | undefined => numbers.get(name),
  };
}

export type Columns = ReturnType<typeof createColumns>;
