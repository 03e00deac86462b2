import type { FoundListing, SearchFilter } from '../../../search/searchIndex.ts';
import { pagesByInstant } from '../../pagesByInstant.ts';
import { createBreather } from '../breather.ts';
import type { ListingVector, ListingVectorStore } from './listingVectorStore.ts';
import type { VectorSource } from './vectorSource.ts';
import { vectorOfText } from './vectorText.ts';

/** With 512 numbers each about 400 MB; further listings are not among the nearest. */
const MOST_KEPT = 150_000;
/** Another process may have written with an earlier instant than what was read last. */
const OVERLAP_MS = 5_000;
const SLICE = 500;

interface Kept {
  kind: string;
  vector: Float32Array;
  madeAt: Date;
}

/**
 * The nearest listings by cosine, each compared with each in memory. Reads what was made since the last question,
 * so that processes which share a store see each other's vectors.
 */
export function createVectorMemory(
  { madeSince }: Pick<ListingVectorStore, 'madeSince'>,
  { model, mostKept = MOST_KEPT }: { model: string; mostKept?: number },
) {
  const kept = new Map<string, Kept>();
  let readUntil: Date | null = null;
  let reading: Promise<void> | null = null;

  function take({ _id, kind, model: madeBy, vector, madeAt }: ListingVector): void {
    if ((kept.get(_id)?.madeAt ?? madeAt) > madeAt) return;
    if (vector === null || madeBy !== model) kept.delete(_id);
    else if (kept.has(_id) || kept.size < mostKept)
      kept.set(_id, { kind, vector: vectorOfText(vector), madeAt });
  }

  async function read(): Promise<void> {
    const breathe = createBreather();
    const since = readUntil === null ? null : new Date(readUntil.getTime() - OVERLAP_MS);
    const page = (from: Date | null, limit: number) => madeSince(from ?? since, limit);
    for await (const made of pagesByInstant(page, ({ madeAt }) => madeAt)) {
      for (const one of made) take(one);
      readUntil = made.at(-1)?.madeAt ?? readUntil;
      await breathe();
    }
  }

  /** Questions that come while the store is read wait for the same reading. */
  function refresh(): Promise<void> {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  }

  /** In slices, so that pages are answered meanwhile; sorted by and by, as sorting all at the end holds them up. */
  async function compared(reference: string, kinds: string[] | undefined, limit: number) {
    const breathe = createBreather();
    const subject = kept.get(reference);
    let found: FoundListing[] = [];
    let count = 0;
    for (const [id, { kind, vector }] of subject === undefined ? [] : kept) {
      count += 1;
      if (count % SLICE === 0) {
        found = best(found, limit);
        await breathe();
      }
      if (id === reference || vector.length !== subject?.vector.length) continue;
      if (kinds === undefined || kinds.includes(kind))
        found.push({ id, score: product(subject.vector, vector) });
    }
    return best(found, limit);
  }

  return {
    name: 'embedding service',
    async nearest(reference: string, { kinds, facets, ranges }: SearchFilter, limit: number) {
      // It knows the kind of a listing and nothing else of it.
      if (facets !== undefined || ranges !== undefined) return [];
      await refresh();
      return compared(reference, kinds, limit);
    },
    /** Takes over what this process has just stored, whatever reading is under way. */
    async remember(made: ListingVector): Promise<void> {
      await refresh();
      take(made);
    },
  } satisfies VectorSource & { remember: unknown };
}

export type VectorMemory = ReturnType<typeof createVectorMemory>;

/** The cosine, as both are of length 1. */
function product(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let place = 0; place < left.length; place += 1) sum += (left[place] ?? 0) * (right[place] ?? 0);
  return sum;
}

function best(found: FoundListing[], limit: number): FoundListing[] {
  const order = (left: FoundListing, right: FoundListing) =>
    right.score - left.score || (left.id < right.id ? -1 : 1);
  return found.sort(order).slice(0, limit);
}
