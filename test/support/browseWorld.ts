import type { Content, ListingKind, ListingRecord } from '../../models/records.ts';
import { formatReference } from '../../server/listings/reference.ts';
import { type StartOptions, startApp } from './app.ts';
import { completeContent, listingRecord, version } from './listingRecords.ts';
import { prepareMarket } from './market.ts';

const LETTERS: Record<ListingKind, string> = {
  achievement: 'A',
  patent: 'P',
  'open-licence': 'O',
  demand: 'D',
};
const MINUTE_MS = 60_000;

/** A market with listings put where a test wants them, without the way through review. */
export async function openBrowseWorld(options: StartOptions = {}) {
  const started = await startApp(options);
  const market = await prepareMarket(started);
  const { services, clock } = started;
  let counter = 0;

  function record(kind: ListingKind, content: Content, change: Partial<ListingRecord>): ListingRecord {
    counter += 1;
    const at = new Date(clock.now().getTime() - counter * MINUTE_MS);
    const whole = completeContent(kind, content);
    return listingRecord({
      _id: formatReference(LETTERS[kind], 2026, counter),
      kind,
      organisationId: kind === 'demand' ? 'firm' : 'institute',
      regionPath: kind === 'demand' ? ['21', '2102'] : ['21', '2101'],
      visibility: kind === 'demand' ? 'anonymous' : 'public',
      publication: 'published',
      live: version(whole),
      draft: null,
      publishedAt: at,
      confirmedAt: at,
      validUntil: '2026-12-31',
      patentIds: (whole.patents as string[] | undefined) ?? [],
      ...change,
    });
  }

  return {
    ...started,
    market,
    /** Puts a listing into the store and lets the index follow. @returns its reference. */
    async publish(
      kind: ListingKind,
      content: Content = {},
      change: Partial<ListingRecord> = {},
    ): Promise<string> {
      const listing = record(kind, content, change);
      await services.stores.listings.insert(listing);
      await services.indexer.index([listing._id]);
      return listing._id;
    },
    /** Puts a listing into the store only: the index does not know of it. */
    async store(
      kind: ListingKind,
      content: Content = {},
      change: Partial<ListingRecord> = {},
    ): Promise<string> {
      const listing = record(kind, content, change);
      await services.stores.listings.insert(listing);
      return listing._id;
    },
  };
}

export type BrowseWorld = Awaited<ReturnType<typeof openBrowseWorld>>;
