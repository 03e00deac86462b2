import { searchDocument } from '../../search/documents.ts';
import type { IndexName, SearchDocument, SearchIndex } from '../../search/searchIndex.ts';
import type { ListingStore } from '../listings/listingStore.ts';
import type { OrganisationStore } from '../organisations/organisationStore.ts';
import { INDEXES, type Indexer } from './searchConsumer.ts';

const PAGE = 500;

interface ReconcileParts {
  search: SearchIndex;
  listings: ListingStore;
  organisations: OrganisationStore;
  indexer: Indexer;
}

export interface Drift {
  /** Documents the store has for an index. */
  expected: number;
  /** In the store, not in the index. */
  missing: string[];
  /** In the index with another revision. */
  stale: string[];
  /** In the index, not to be there. */
  orphaned: string[];
}

/** Compares an index itself with the store and can bring it back; nothing is taken on trust. */
export function createReconciler({ search, listings, organisations, indexer }: ReconcileParts) {
  /** What an index should hold, in order of reference. */
  async function* expected(index: IndexName): AsyncGenerator<SearchDocument> {
    for (let after = ''; ; ) {
      const page = await listings.after(after, PAGE);
      if (page.length === 0) return;
      const owners = await organisations.findMany([
        ...new Set(page.map((listing) => listing.organisationId)),
      ]);
      const byId = new Map(owners.map((owner) => [owner._id, owner]));
      for (const listing of page) {
        const owner = byId.get(listing.organisationId);
        const document = owner ? searchDocument(index, listing, owner) : null;
        if (document !== null) yield document;
      }
      after = page.at(-1)?._id ?? after;
    }
  }

  async function* indexed(index: IndexName): AsyncGenerator<{ id: string; revision: number }> {
    for (let after = ''; ; ) {
      const page = await search.compare(index, after, PAGE);
      if (page.length === 0) return;
      yield* page;
      after = page.at(-1)?.id ?? after;
    }
  }

  /** Walks store and index side by side. */
  async function drift(index: IndexName): Promise<Drift> {
    const result: Drift = { expected: 0, missing: [], stale: [], orphaned: [] };
    const there = indexed(index);
    let next = await there.next();
    for await (const document of expected(index)) {
      result.expected += 1;
      for (; !next.done && next.value.id < document.id; next = await there.next())
        result.orphaned.push(next.value.id);
      if (next.done || next.value.id !== document.id) result.missing.push(document.id);
      else {
        if (next.value.revision !== document.revision) result.stale.push(document.id);
        next = await there.next();
      }
    }
    for (; !next.done; next = await there.next()) result.orphaned.push(next.value.id);
    return result;
  }

  return {
    drift,
    /** Repairs what differs. @returns what was found before. */
    async repair(): Promise<Record<IndexName, Drift>> {
      const found = { public: await drift('public'), matching: await drift('matching') };
      const references = INDEXES.flatMap((index) => [
        ...found[index].missing,
        ...found[index].stale,
        ...found[index].orphaned,
      ]);
      for (let at = 0; at < references.length; at += PAGE)
        await indexer.index(references.slice(at, at + PAGE));
      return found;
    },
    /** Builds both indexes anew beside the ones that serve, then swaps. @returns documents per index. */
    async rebuild(
      onProgress: (index: IndexName, count: number) => void = () => {},
    ): Promise<Record<IndexName, number>> {
      const counts = { public: 0, matching: 0 };
      for (const index of INDEXES)
        counts[index] = await search.rebuild(
          index,
          counted(expected(index), (count) => onProgress(index, count)),
        );
      return counts;
    },
  };
}

export type Reconciler = ReturnType<typeof createReconciler>;

export function driftCount({ missing, stale, orphaned }: Drift): number {
  return missing.length + stale.length + orphaned.length;
}

async function* counted<Item>(
  items: AsyncIterable<Item>,
  onCount: (count: number) => void,
): AsyncGenerator<Item> {
  let count = 0;
  for await (const item of items) {
    count += 1;
    if (count % PAGE === 0) onCount(count);
    yield item;
  }
}
