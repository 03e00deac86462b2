import type { QueryFilter, UpdateQuery } from 'mongoose';
import type { Models } from '../../models/createModels.ts';
import type {
  ListingKind,
  ListingRecord,
  Offer,
  Publication,
  Review,
  Visibility,
} from '../../models/records.ts';
import { notFound } from '../errors.ts';

type Filter = QueryFilter<ListingRecord>;

/** What is still there: everything but discarded drafts. */
const PUBLICATIONS = [
  'never',
  'published',
  'suspended',
  'withdrawn',
  'expired',
  'concluded',
] as const satisfies Publication[];

type KeptPublication = (typeof PUBLICATIONS)[number];

const KEPT = { publication: { $in: PUBLICATIONS } };

const NOT_SHOWN = { pending: 0, history: 0, draft: 0 };

const LISTED = { $in: ['public', 'anonymous'] as const satisfies Visibility[] };

export interface Page {
  skip: number;
  limit: number;
}

/** One kind, or some states, of what an organisation has. */
export interface Narrowing {
  kind?: ListingKind;
  publication?: { $in: Publication[] };
  review?: { $in: Review[] };
}

/** What the queue of reviews is asked for; `regions` null means everywhere. */
export interface QueueFilter {
  regions: string[] | null;
  level: 'city' | 'province' | null;
  kind: ListingKind | null;
}

export interface OfferFilter {
  states: Offer['state'][];
  regions: string[] | null;
}

/** Published listings of some kinds, of one organisation or in some regions; null means everywhere. */
export interface PublishedFilter {
  kinds: ListingKind[];
  organisationId: string | null;
  regions: string[] | null;
  /** Only what was published by an instant; null for all. */
  until: Date | null;
}

/** Listings as plain objects. A change is one guarded update: it fails when somebody else was first. */
export function createListingStore({ listings }: Pick<Models, 'listings'>) {
  const find = async (reference: string): Promise<ListingRecord | null> =>
    listings.findOne({ _id: reference }).lean<ListingRecord>();

  const page = async (filter: Filter, sort: Record<string, 1 | -1>, { skip, limit }: Page) =>
    listings.find(filter, { pending: 0 }, { sort: { ...sort, _id: 1 }, skip, limit }).lean<ListingRecord[]>();

  const queueFilter = ({ regions, level, kind }: QueueFilter): Filter => ({
    review: { $in: ['submitted', 'city-checked'] },
    ...(regions === null ? {} : { reviewRegionPath: { $in: regions } }),
    ...(level === null ? {} : { reviewLevel: level }),
    ...(kind === null ? {} : { kind }),
  });

  const offerFilter = ({ states, regions }: OfferFilter): Filter => ({
    'offer.state': { $in: states },
    ...(regions === null ? {} : { regionPath: { $in: regions } }),
  });

  const publishedFilter = ({ kinds, organisationId, regions, until }: PublishedFilter): Filter => ({
    publication: 'published',
    kind: { $in: kinds },
    ...(until === null ? {} : { publishedAt: { $lte: until } }),
    ...(organisationId === null ? {} : { organisationId }),
    ...(regions === null ? {} : { regionPath: { $in: regions } }),
  });

  return {
    find,
    get: async (reference: string): Promise<ListingRecord> => {
      const listing = await find(reference);
      if (listing === null) throw notFound();
      return listing;
    },
    insert: async (listing: ListingRecord): Promise<void> => {
      await listings.insertMany([listing]);
    },
    /** Applies one update if the revision is still the one that was read. @returns the listing after it, or null. */
    update: async (
      reference: string,
      revision: number,
      update: UpdateQuery<ListingRecord>,
    ): Promise<ListingRecord | null> =>
      listings
        .findOneAndUpdate({ _id: reference, revision }, update, { returnDocument: 'after' })
        .lean<ListingRecord>(),
    findMany: async (references: string[]): Promise<ListingRecord[]> =>
      references.length === 0
        ? []
        : listings.find({ _id: { $in: references } }, { pending: 0 }).lean<ListingRecord[]>(),
    /** As `findMany`, without what no list shows: what is being written and what happened before. */
    findShown: async (references: string[]): Promise<ListingRecord[]> =>
      references.length === 0
        ? []
        : listings.find({ _id: { $in: references } }, NOT_SHOWN).lean<ListingRecord[]>(),
    insertMany: async (added: ListingRecord[]): Promise<void> => {
      await listings.insertMany(added);
    },
    findExternalMany: async (externalKeys: string[]) =>
      listings
        .find({ externalKey: { $in: externalKeys } }, { pending: 0, history: 0 })
        .lean<ListingRecord[]>(),
    /** All of an organisation, the latest change first; `narrowing` keeps one kind or some states. */
    ofOrganisation: (organisationId: string, at: Page, narrowing: Narrowing = {}) =>
      page({ ...KEPT, ...narrowing, organisationId }, { updatedAt: -1 }, at),
    countOfOrganisation: async (organisationId: string, narrowing: Narrowing = {}) =>
      listings.countDocuments({ ...KEPT, ...narrowing, organisationId }),
    /** Those of an organisation not changed before an instant, the longest unchanged first. */
    ofOrganisationSince: (
      organisationId: string,
      { since, limit }: { since: Date; limit: number },
      narrowing: Narrowing = {},
    ) =>
      page(
        { ...KEPT, ...narrowing, organisationId, updatedAt: { $gte: since } },
        { updatedAt: 1 },
        { skip: 0, limit },
      ),
    publishedOf: (organisationId: string, at: Page) =>
      page({ organisationId, publication: 'published' }, { publishedAt: -1 }, at),
    ofPatent: (patentId: string) => page({ patentIds: patentId }, {}, { skip: 0, limit: 50 }),
    /** Open licences by the state of their declaration; `regions` null means everywhere. */
    offers: (filter: OfferFilter, at: Page) => page(offerFilter(filter), { publishedAt: -1 }, at),
    countOffers: async (filter: OfferFilter) => listings.countDocuments(offerFilter(filter)),
    /** The queue of reviews, the oldest promise first. */
    queue: (filter: QueueFilter, at: Page) => page(queueFilter(filter), { dueAt: 1 }, at),
    countQueue: async (filter: QueueFilter) => listings.countDocuments(queueFilter(filter)),
    published: (kind: ListingKind | null, at: Page) =>
      page({ ...(kind === null ? {} : { kind }), publication: 'published' }, { publishedAt: -1 }, at),
    /** What everybody may see in lists, newest first: published and not silent. */
    listed: (kind: ListingKind | null, at: Page, regions: string[] | null = null) =>
      page(
        {
          ...(kind === null ? {} : { kind }),
          ...(regions === null ? {} : { regionPath: { $in: regions } }),
          publication: 'published',
          visibility: LISTED,
        },
        { publishedAt: -1 },
        at,
      ),
    /** What everybody may know to be of an organisation: its anonymous listings are neither shown nor counted. */
    namedOf: (organisationId: string, at: Page) =>
      page({ organisationId, publication: 'published', visibility: 'public' }, { publishedAt: -1 }, at),
    countNamedOf: async (organisationId: string) =>
      listings.countDocuments({ organisationId, publication: 'published', visibility: 'public' }),
    /** Published ones, the newest first. */
    publishedOfKinds: (filter: PublishedFilter, at: Page) =>
      page(publishedFilter(filter), { publishedAt: -1 }, at),
    countPublishedOfKinds: async (filter: PublishedFilter) =>
      listings.countDocuments(publishedFilter(filter)),
    countPublished: async (kind: ListingKind) => listings.countDocuments({ kind, publication: 'published' }),
    /** Listings by publication, in some regions or everywhere. */
    async countByState(regions: string[] | null): Promise<Record<KeptPublication, number>> {
      const scope = regions === null ? {} : { regionPath: { $in: regions } };
      const counts = await Promise.all(
        PUBLICATIONS.map((publication) => listings.countDocuments({ publication, ...scope })),
      );
      return Object.fromEntries(PUBLICATIONS.map((state, index) => [state, counts[index] ?? 0])) as Record<
        KeptPublication,
        number
      >;
    },
    countConfirmedSince: async (since: Date) =>
      listings.countDocuments({ publication: 'published', confirmedAt: { $gte: since } }),
    /** Published listings whose last day is past. */
    pastTheirTime: (today: string, limit: number) =>
      page({ publication: 'published', validUntil: { $lt: today } }, { validUntil: 1 }, { skip: 0, limit }),
    /** Published listings whose last day lies in a span, both ends included. */
    endingBetween: (from: string, to: string, at: Page) =>
      page({ publication: 'published', validUntil: { $gte: from, $lte: to } }, { validUntil: 1 }, at),
    /** Every listing in order of reference, in pages; for the index, matching and exports. */
    after: async (reference: string, limit: number): Promise<ListingRecord[]> =>
      listings
        .find({ _id: { $gt: reference } }, { pending: 0, history: 0 }, { sort: { _id: 1 }, limit })
        .lean<ListingRecord[]>(),
  };
}

export type ListingStore = ReturnType<typeof createListingStore>;
