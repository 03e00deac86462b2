import type { ListingRecord, LoggedEvent } from '../../models/records.ts';
import { searchDocument } from '../../search/documents.ts';
import type { IndexName, SearchChange, SearchIndex } from '../../search/searchIndex.ts';
import type { ListingStore } from '../listings/listingStore.ts';
import type { OrganisationStore } from '../organisations/organisationStore.ts';
import type { Consumer } from '../relay/consumer.ts';

interface SearchParts {
  search: SearchIndex;
  listings: ListingStore;
  organisations: OrganisationStore;
}

export const INDEXES: readonly IndexName[] = ['public', 'matching'];

/** The changes that bring both indexes to what the store says of these listings, removals first. */
export function createIndexer({ search, listings, organisations }: SearchParts) {
  async function changes(
    index: IndexName,
    records: ListingRecord[],
    missing: string[],
  ): Promise<SearchChange[]> {
    const owners = new Map(
      (await organisations.findMany(records.map((record) => record.organisationId))).map((owner) => [
        owner._id,
        owner,
      ]),
    );
    const put: SearchChange[] = [];
    const remove: SearchChange[] = missing.map((id) => ({ remove: id }));
    for (const record of records) {
      const owner = owners.get(record.organisationId);
      const document = owner ? searchDocument(index, record, owner) : null;
      if (document === null) remove.push({ remove: record._id });
      else put.push({ put: document });
    }
    return [...remove, ...put];
  }

  return {
    /** Brings the indexes up to date with the store for these references; doing it twice changes nothing. */
    async index(references: string[]): Promise<void> {
      const distinct = [...new Set(references)];
      const records = await listings.findMany(distinct);
      const found = new Set(records.map((record) => record._id));
      const missing = distinct.filter((reference) => !found.has(reference));
      for (const name of INDEXES) await search.apply(name, await changes(name, records, missing));
    },
  };
}

export type Indexer = ReturnType<typeof createIndexer>;

/** Follows the log for the indexes; state-based, so that an event seen twice does no harm. */
export function createSearchConsumer(indexer: Indexer, listings: ListingStore): Consumer {
  async function referencesOf(event: LoggedEvent): Promise<string[]> {
    if (event.subject.noun === 'listing') return [event.subject.id];
    if (event.subject.noun !== 'organisation') return [];
    const published = await listings.publishedOf(event.subject.id, { skip: 0, limit: 10_000 });
    return published.map((listing) => listing._id);
  }
  return {
    name: 'search',
    batchSize: 500,
    async consume(events) {
      const references = await Promise.all(events.map(referencesOf));
      await indexer.index(references.flat());
    },
  };
}
