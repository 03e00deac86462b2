import type { ListingKind } from '../../models/records.ts';
import { type SearchIndex, SearchUnavailable } from '../../search/searchIndex.ts';
import { LISTING_KINDS, SUPPLY_KINDS } from '../catalogue/catalogue.ts';
import type { Clock } from '../clock.ts';
import type { OrganisationStore } from '../organisations/organisationStore.ts';
import type { BrowseQuery } from './browseQuery.ts';
import type { PublicListing, PublicListings } from './publicListings.ts';
import { findRequest, freshnessRequest } from './searchRequest.ts';
import { withDeadline } from './withDeadline.ts';

/** What the home page counts; each has its definition beside it. */
export interface HomeFigures {
  supplies: number;
  demands: number;
  organisations: number;
  /** Offers announced by the patent office and not yet withdrawn. */
  openLicences: number;
  /** Whole per cent of all listings confirmed by their owner in the last 90 days; null when there are none. */
  confirmedShare: number | null;
  fields: Record<string, number>;
}

export interface Home {
  /** Null while the search is down: nothing is counted then. */
  figures: HomeFigures | null;
  supplies: PublicListing[];
  demands: PublicListing[];
}

interface Parts {
  search: Pick<SearchIndex, 'find'>;
  listings: Pick<PublicListings, 'newest'>;
  organisations: Pick<OrganisationStore, 'count'>;
  clock: Clock;
}

const NEWEST = 4;
const CONFIRMED = '90-days';
const EVERYTHING: BrowseQuery = { text: '', page: 1, sort: null, facets: {}, ranges: {} };

/** What the home page shows of the marketplace. */
export function createHomeService({ search, listings, organisations, clock }: Parts) {
  async function countAll(): Promise<HomeFigures> {
    const everything = { kinds: null, query: EVERYTHING, pageSize: 0 };
    const [all, confirmed, organisationCount] = await Promise.all([
      withDeadline(search.find(findRequest(everything, clock))),
      withDeadline(search.find(freshnessRequest(everything, CONFIRMED, clock))),
      organisations.count({ verification: 'verified', state: 'active', regions: null }),
    ]);
    const ofKind = (kind: ListingKind) => all.facets.kind?.[kind] ?? 0;
    const { announced = 0, withdrawing = 0 } = all.facets.licence ?? {};
    return {
      supplies: LISTING_KINDS.filter((kind) => kind !== 'demand').reduce(
        (sum, kind) => sum + ofKind(kind),
        0,
      ),
      demands: ofKind('demand'),
      organisations: organisationCount,
      openLicences: announced + withdrawing,
      confirmedShare: all.total === 0 ? null : Math.round((confirmed.total / all.total) * 100),
      fields: all.facets.field ?? {},
    };
  }

  async function figures(): Promise<HomeFigures | null> {
    try {
      return await countAll();
    } catch (error) {
      if (error instanceof SearchUnavailable) return null;
      throw error;
    }
  }

  async function newestSupplies(): Promise<PublicListing[]> {
    const lists = await Promise.all(SUPPLY_KINDS.map((kind) => listings.newest(kind, 0, NEWEST)));
    const publishedAt = ({ listing }: PublicListing) => listing.publishedAt?.getTime() ?? 0;
    return lists
      .flat()
      .sort((left, right) => publishedAt(right) - publishedAt(left))
      .slice(0, NEWEST);
  }

  return {
    async home(): Promise<Home> {
      const [counted, supplies, demands] = await Promise.all([
        figures(),
        newestSupplies(),
        listings.newest('demand', 0, NEWEST),
      ]);
      return { figures: counted, supplies, demands };
    },
  };
}

export type HomeService = ReturnType<typeof createHomeService>;
