import type { ListingKind } from '../../models/records.ts';
import { type FindResult, type SearchIndex, SearchUnavailable } from '../../search/searchIndex.ts';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import { type Clock, today } from '../clock.ts';
import { notFound } from '../errors.ts';
import { freshnessBands } from '../vocabulary/freshnessBands.ts';
import type { FacetParameter } from './browseFacets.ts';
import { type BrowseQuery, LAST_PAGE } from './browseQuery.ts';
import type { PublicListing, PublicListings } from './publicListings.ts';
import { rememberedWhileSame } from './rememberedWhileSame.ts';
import { findRequest, freshnessRequest, INDEX_FACETS } from './searchRequest.ts';
import { createStoreBrowse } from './storeBrowse.ts';
import { withDeadline } from './withDeadline.ts';

export type FacetCounts = Record<FacetParameter, Record<string, number>>;

export interface BrowseResult {
  listings: PublicListing[];
  /** Null when nobody counted, because the search is down. */
  total: number | null;
  /** False when some hits were dropped or the engine estimated: the total is then told as "about". */
  isExact: boolean;
  /** How many of each value there are if it is added to the rest of the query. */
  facets: FacetCounts | null;
  kinds: Record<ListingKind, number> | null;
  /** The last page there is; null when not known. */
  lastPage: number | null;
  hasNext: boolean;
  /** What was searched for instead, when nothing says what was typed and one letter differs. */
  correctedText: string | null;
  /** Among how many of the newest the conditions were looked for; null when the index answered, or nothing was asked. */
  lookedThrough: number | null;
}

export interface BrowseRequest {
  /** Null for all kinds. */
  kinds: readonly ListingKind[] | null;
  query: BrowseQuery;
  pageSize: number;
}

interface Parts {
  search: Pick<SearchIndex, 'find'>;
  listings: PublicListings;
  clock: Clock;
  /** Another text after every write to the store; null where a store cannot tell. */
  changeMark: () => string | null;
}

/** Finds what everybody may read. The index tells ids and counts, the store what is shown; without the index the store alone. */
export function createBrowseService({ search, listings, clock, changeMark }: Parts) {
  const fromStore = createStoreBrowse({ listings, clock });
  const remembered = rememberedWhileSame<Record<string, number>>({ changeMark, clock });

  /** How many there would be of each freshness: four questions to the index, the same for every page and order. */
  function freshnessCounts(request: BrowseRequest): Promise<Record<string, number>> {
    const { kinds, query } = request;
    const question = JSON.stringify([kinds, query.text, query.facets, query.ranges, today(clock)]);
    return remembered(question, async () => {
      const counts = freshnessBands.codes.map(async (band) => {
        const { total } = await search.find(freshnessRequest(request, band, clock));
        return [band, total];
      });
      return Object.fromEntries(await Promise.all(counts));
    });
  }

  async function fromIndex(request: BrowseRequest): Promise<BrowseResult> {
    const [found, freshness] = await withDeadline(
      Promise.all([search.find(findRequest(request, clock)), freshnessCounts(request)]),
    );
    const { page } = request.query;
    const lastPage = Math.min(LAST_PAGE, Math.max(1, Math.ceil(found.total / request.pageSize)));
    if (page > lastPage) throw notFound('browse:noSuchPage');
    const shown = await listings.byIds(found.hits.map((hit) => hit.id));
    const dropped = found.hits.length - shown.length;
    return {
      listings: shown,
      total: found.total - dropped,
      isExact: found.isExact && dropped === 0,
      facets: facetCounts(found, freshness),
      kinds: kindCounts(found),
      lastPage,
      hasNext: page < lastPage,
      correctedText: found.correctedText ?? null,
      lookedThrough: null,
    };
  }

  return {
    /** @throws ApplicationError 404 for a page beyond the end. */
    async browse(request: BrowseRequest): Promise<BrowseResult> {
      try {
        return await fromIndex(request);
      } catch (error) {
        if (error instanceof SearchUnavailable) return fromStore(request);
        throw error;
      }
    },
  };
}

export type BrowseService = ReturnType<typeof createBrowseService>;

function facetCounts(found: FindResult, freshness: Record<string, number>): FacetCounts {
  const counts = INDEX_FACETS.map((name) => [name, found.facets[name] ?? {}]);
  return { ...Object.fromEntries(counts), freshness } as FacetCounts;
}

function kindCounts(found: FindResult): Record<ListingKind, number> {
  const counts = LISTING_KINDS.map((kind) => [kind, found.facets.kind?.[kind] ?? 0]);
  return Object.fromEntries(counts) as Record<ListingKind, number>;
}
