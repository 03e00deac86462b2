import type { ListingKind } from '../../models/records.ts';
import type { FindRequest, SearchFilter } from '../../search/searchIndex.ts';
import { addDays, type Clock, startOfDay, today } from '../clock.ts';
import { daysUntil } from '../listings/freshnessRules.ts';
import { freshnessBands } from '../vocabulary/freshnessBands.ts';
import { FACET_PARAMETERS } from './browseFacets.ts';
import { type BrowseQuery, effectiveSort, type Sort } from './browseQuery.ts';
import { searchRanges } from './browseRanges.ts';

/** Facets that are codes in the index; `freshness` is a range over `confirmedAt`. */
export const INDEX_FACETS = FACET_PARAMETERS.filter((name) => name !== 'freshness');

type SortNumber = NonNullable<FindRequest['sort']>;

const SORT_NUMBERS: Record<Exclude<Sort, 'relevance'>, SortNumber> = {
  newest: { by: 'publishedAt', direction: 'descending' },
  expiring: { by: 'validUntil', direction: 'ascending' },
  price: { by: 'price', direction: 'ascending' },
  verified: { by: 'confirmedAt', direction: 'descending' },
};

interface Wanted {
  kinds: readonly ListingKind[] | null;
  query: BrowseQuery;
  pageSize: number;
}

/** One page of a browse query as the index is asked for it. */
export function findRequest({ kinds, query, pageSize }: Wanted, clock: Clock): FindRequest {
  const sort = effectiveSort(query);
  return {
    index: 'public',
    text: query.text,
    filter: searchFilter(kinds, query, clock),
    facets: ['kind', ...INDEX_FACETS],
    ...(sort === 'relevance' ? { demote: unconfirmed(clock) } : { sort: SORT_NUMBERS[sort] }),
    offset: (query.page - 1) * pageSize,
    limit: pageSize,
  };
}

/** So much of a score that what says everything, but was long not confirmed, comes after what was. */
const LOSS = 1.5;

/** What its owner has not confirmed for long loses rank, until it expires (D7). */
function unconfirmed(clock: Clock): NonNullable<FindRequest['demote']> {
  const since = addDays(today(clock), -daysUntil('ranks-behind'));
  return { by: 'confirmedAt', below: startOfDay(since).getTime(), loss: LOSS };
}

/** Asks only how many there are; a sort by number spares the ranking. */
export function countRequest({ kinds, query }: Wanted, clock: Clock): FindRequest {
  return {
    index: 'public',
    text: query.text,
    filter: searchFilter(kinds, query, clock),
    facets: [],
    sort: SORT_NUMBERS.newest,
    offset: 0,
    limit: 0,
  };
}

/** Asks only how many there are when another freshness is chosen. */
export function freshnessRequest({ kinds, query }: Wanted, band: string, clock: Clock): FindRequest {
  const narrowed = { ...query, facets: { ...query.facets, freshness: [band] } };
  return countRequest({ kinds, query: narrowed, pageSize: 0 }, clock);
}

/** The conditions of a query as an index takes them. */
export function searchFilter(
  kinds: Wanted['kinds'],
  { facets, ranges }: BrowseQuery,
  clock: Clock,
): SearchFilter {
  const { freshness = [], ...others } = facets;
  const confirmedAt = freshness.length > 0 ? { confirmedAt: { from: confirmedSince(freshness, clock) } } : {};
  return {
    ...(kinds === null ? {} : { kinds: [...kinds] }),
    facets: others,
    ranges: { ...confirmedAt, ...searchRanges(ranges) },
  };
}

/** The earliest confirmation that counts; of several bands the widest, because values of one name are alternatives. */
function confirmedSince(bands: string[], clock: Clock): number {
  const days = Math.max(...bands.map((band) => freshnessBands.find(band)?.days ?? 0));
  return startOfDay(addDays(today(clock), -days)).getTime();
}
