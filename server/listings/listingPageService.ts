import type {
  Content,
  ListingRecord,
  OrganisationRecord,
  PatentRecord,
  Version,
} from '../../models/records.ts';
import { parseQuery } from '../../search/query/parseQuery.ts';
import { type SearchIndex, SearchUnavailable } from '../../search/searchIndex.ts';
import type { Viewer } from '../accounts/actor.ts';
import type { PublicListing, PublicListings } from '../browse/publicListings.ts';
import { rememberedWhileSame } from '../browse/rememberedWhileSame.ts';
import { withDeadline } from '../browse/withDeadline.ts';
import { SUPPLY_KINDS } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import type { Clock } from '../clock.ts';
import { notFound } from '../errors.ts';
import { inLanguage, type LocalizedText } from '../localized.ts';
import type { OrganisationStore } from '../organisations/organisationStore.ts';
import type { PatentStore } from '../patents/patentStore.ts';
import type { ListingStore } from './listingStore.ts';
import { canReadListing, canReadOwner, type Reader, readableContent, readerOf } from './listingVisibility.ts';

/** A listing as one reader may see it. */
export interface ReadListing {
  listing: ListingRecord;
  version: Version;
  reader: Reader;
  /** Null when the reader may not know whose it is. */
  owner: OrganisationRecord | null;
  content: Content;
  withheld: Field[];
  patents: PatentRecord[];
  /** Organisations named as owners of the patents, by id. */
  patentOwners: Map<string, OrganisationRecord>;
}

/** Why a listing that people may have a link to is not shown; nothing else of it is told. */
export type Absence = 'withdrawn' | 'suspended';

export type OpenedListing = { read: ReadListing; absence: null } | { read: null; absence: Absence };

/** A pair of listings an operator approved, for the pages of both. */
export interface ApprovedMatch {
  match: string;
  counterpart: string;
  score: number;
}

interface Parts {
  listings: Pick<ListingStore, 'find'>;
  organisations: Pick<OrganisationStore, 'find' | 'findMany'>;
  patents: Pick<PatentStore, 'findMany'>;
  publicListings: Pick<PublicListings, 'byIds'>;
  search: Pick<SearchIndex, 'probe'>;
  changeMark: () => string | null;
  clock: Clock;
  /** Whether the owner of a listing disclosed itself to an organisation in a deal. */
  hasDisclosed: (reference: string, organisationId: string) => Promise<boolean>;
  /** Pairs everybody may read; empty until matching runs. */
  approvedMatches?: (reference: string) => Promise<ApprovedMatch[]>;
}

const MOST_RELATED = 3;
const MOST_TERMS = 10;

/** Reads listings for the public page: one place decides what each reader gets. */
export function createListingPageService(parts: Parts) {
  const { listings, organisations, patents, publicListings, search, hasDisclosed } = parts;
  const remembered = rememberedWhileSame<Awaited<ReturnType<SearchIndex['probe']>>>(parts);

  async function readerFor(viewer: Viewer, listing: ListingRecord): Promise<Reader> {
    const organisationId = viewer?.membership?.organisationId;
    const isParty = organisationId !== undefined && (await hasDisclosed(listing._id, organisationId));
    return readerOf(viewer, listing, isParty);
  }

  async function patentsOf({ patents: ids }: Content) {
    const found = await patents.findMany((ids ?? []) as string[]);
    const owners = found.flatMap((patent) => patent.owners.map(({ organisationId }) => organisationId));
    const named = await organisations.findMany([...new Set(owners.filter((id) => id !== undefined))]);
    return { patents: found, patentOwners: new Map(named.map((owner) => [owner._id, owner])) };
  }

  async function read(listing: ListingRecord, version: Version, reader: Reader): Promise<ReadListing> {
    const { content, withheld } = readableContent(version, listing, reader);
    const [owner, patentFacts] = await Promise.all([
      canReadOwner(reader, listing) ? organisations.find(listing.organisationId) : null,
      patentsOf(content),
    ]);
    return { listing, version, reader, owner, content, withheld, ...patentFacts };
  }

  return {
    /** @throws NotFound when there is no such listing for this reader. */
    async open(viewer: Viewer, reference: string): Promise<OpenedListing> {
      const listing = await listings.find(reference);
      if (listing === null) throw notFound('listing:notFound');
      const reader = await readerFor(viewer, listing);
      if (!canReadListing(reader, listing)) return { read: null, absence: absenceOf(listing) };
      const version = listing.live ?? (reader === 'owner' || reader === 'office' ? listing.draft : null);
      if (version === null) throw notFound('listing:notFound');
      return { read: await read(listing, version, reader), absence: null };
    },

    /** Listings of the same side and field that use the same words; none while the search is down. */
    async related({ listing, content }: ReadListing): Promise<PublicListing[]> {
      const terms = tellingTerms(content);
      const kinds = listing.kind === 'demand' ? ['demand'] : [...SUPPLY_KINDS];
      const filter = { kinds, facets: { field: [String(content.field)] } };
      const probe = { terms, filter, limit: MOST_RELATED + 1 };
      try {
        const [hits = []] = await remembered(JSON.stringify(probe), () =>
          withDeadline(search.probe('public', [probe])),
        );
        const others = hits.map((hit) => hit.id).filter((id) => id !== listing._id);
        return await publicListings.byIds(others.slice(0, MOST_RELATED));
      } catch (error) {
        if (error instanceof SearchUnavailable) return [];
        throw error;
      }
    },

    /** The other sides of approved pairs that everybody may read, the best first. */
    async matches(reference: string): Promise<(PublicListing & { score: number; match: string })[]> {
      const pairs = (await parts.approvedMatches?.(reference)) ?? [];
      const shown = await publicListings.byIds(pairs.map((pair) => pair.counterpart));
      const byCounterpart = new Map(pairs.map((pair) => [pair.counterpart, pair]));
      return shown.flatMap((item) => {
        const pair = byCounterpart.get(item.listing._id);
        return pair ? [{ ...item, score: pair.score, match: pair.match }] : [];
      });
    },
  };
}

export type ListingPageService = ReturnType<typeof createListingPageService>;

/** @throws NotFound for everything nobody else may know of. */
function absenceOf({ visibility, publication }: ListingRecord): Absence {
  const wasPublic = visibility !== 'silent' && (publication === 'withdrawn' || publication === 'suspended');
  if (!wasPublic) throw notFound('listing:notFound');
  return publication;
}

/** Words that say what a listing is about: its keywords, then those of its title. */
function tellingTerms({ keywords, title }: Content): { text: string; weight: number }[] {
  const titleWords = parseQuery(inLanguage(title as LocalizedText | undefined, 'zh').text).clauses.map(
    ({ alternatives }) => alternatives[0]?.needle.trim() ?? '',
  );
  const words = [...((keywords ?? []) as string[]), ...titleWords].filter(Boolean);
  return [...new Set(words)].slice(0, MOST_TERMS).map((text) => ({ text, weight: 1 }));
}
