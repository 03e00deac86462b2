import { analyseDocument } from '../../search/analysis/analysedDocument.ts';
import { searchDocument } from '../../search/documents.ts';
import { parseQuery, requiredClauses } from '../../search/query/parseQuery.ts';
import { saysClause } from '../../search/ranking.ts';
import type { SearchIndex } from '../../search/searchIndex.ts';
import type { PublicListing, PublicListings } from '../browse/publicListings.ts';
import { findRequest } from '../browse/searchRequest.ts';
import type { Clock } from '../clock.ts';
import type { ListingStore } from '../listings/listingStore.ts';
import type { OrganisationStore } from '../organisations/organisationStore.ts';
import { dueAtOf } from './rhythms.ts';
import { queryOf } from './savedSearchAddress.ts';
import type { SavedSearchRecord, SavedSearchStore } from './savedSearchStore.ts';
import type { SearchFindRecord, SearchFindStore } from './searchFindStore.ts';

interface Parts {
  store: SavedSearchStore;
  finds: SearchFindStore;
  search: Pick<SearchIndex, 'find'>;
  listings: Pick<ListingStore, 'listed'>;
  publicListings: Pick<PublicListings, 'byIds'>;
  organisations: Pick<OrganisationStore, 'findMany'>;
  clock: Clock;
  /** Other names of what a text speaks of, as the search uses them. */
  synonymsFor: (text: string) => string[][];
}

const BATCH = 100;
const PAGE = 100;
/** So far into the past every look goes again: the index may have been behind at the one before. */
const OVERLAP_MS = 86_400_000;
/** And so long after the latest publication searches are looked at again. */
const SETTLING_MS = 10 * 60_000;

/**
 * Looks for listings that were published since a search was saved. A find is a row of its own under search and
 * listing, so that looking twice, or dying in the middle, finds nothing twice.
 */
export function createSearchLook({
  store,
  finds,
  search,
  listings,
  publicListings,
  organisations,
  clock,
  synonymsFor,
}: Parts) {
  async function publishedSince(saved: SavedSearchRecord): Promise<{ items: PublicListing[]; text: string }> {
    const since = Math.max(saved.createdAt.getTime(), saved.lookedAt.getTime() - OVERLAP_MS);
    const query = queryOf(saved, 'newest');
    const wanted = findRequest(
      { kinds: saved.scope === 'all' ? null : [saved.scope], query, pageSize: PAGE },
      clock,
    );
    const asked = wanted.filter.ranges?.publishedAt;
    const publishedAt = { ...asked, from: Math.max(since, asked?.from ?? since) };
    const ranges = { ...wanted.filter.ranges, publishedAt };
    const ids: string[] = [];
    for (let offset = 0; ; offset += PAGE) {
      const found = await search.find({
        ...wanted,
        facets: [],
        offset,
        filter: { ...wanted.filter, ranges },
      });
      ids.push(...found.hits.map(({ id }) => id));
      if (found.hits.length < PAGE) {
        return { items: await publicListings.byIds(ids), text: found.correctedText ?? saved.text };
      }
    }
  }

  /** A page shows what nearly matches as well; an alert is only worth reading when everything asked for is said. */
  async function sayingAll(items: PublicListing[], text: string): Promise<PublicListing[]> {
    const clauses = requiredClauses(parseQuery(text, synonymsFor(text)));
    if (clauses.length === 0) return items;
    const owners = await organisations.findMany([
      ...new Set(items.map(({ listing }) => listing.organisationId)),
    ]);
    return items.filter(({ listing }) => {
      const owner = owners.find(({ _id }) => _id === listing.organisationId);
      const document = owner === undefined ? null : searchDocument('public', listing, owner);
      const lines = document === null ? null : analyseDocument(document);
      return lines !== null && clauses.every((clause) => saysClause(clause, lines));
    });
  }

  async function look(saved: SavedSearchRecord, now: Date): Promise<number> {
    const dueAt = dueAtOf(saved.rhythm, now);
    if (dueAt === null) return 0;
    const { items, text } = await publishedSince(saved);
    const isNew = ({ listing }: PublicListing) => (listing.publishedAt ?? saved.createdAt) > saved.createdAt;
    const found = (await sayingAll(items.filter(isNew), text)).map(({ listing }) =>
      toFind(saved, listing._id, dueAt),
    );
    await finds.add(found);
    await store.noteLook(saved._id, now);
    return found.length;
  }

  return {
    /** Looks at every search that could find something new. */
    async lookAtAll(): Promise<void> {
      const now = clock.now();
      const [latest] = await listings.listed(null, { skip: 0, limit: 1 });
      if (!latest?.publishedAt) return;
      const settled = new Date(latest.publishedAt.getTime() + SETTLING_MS);
      const before = settled < now ? settled : now;
      for (;;) {
        const batch = await store.lookedBefore(['at-once', 'daily', 'weekly'], before, BATCH);
        for (const saved of batch) await look(saved, now);
        if (batch.length < BATCH) return;
      }
    },
  };
}

export type SearchLook = ReturnType<typeof createSearchLook>;

function toFind({ _id, accountId }: SavedSearchRecord, reference: string, dueAt: Date): SearchFindRecord {
  return {
    _id: `${_id}:${reference}`,
    searchId: _id,
    accountId,
    reference,
    dueAt,
    noticeId: null,
    toldAt: null,
  };
}
