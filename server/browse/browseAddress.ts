import type { ListingKind } from '../../models/records.ts';
import { paths } from '../paths.ts';
import { FACET_PARAMETERS, type FacetParameter } from './browseFacets.ts';
import type { BrowseQuery } from './browseQuery.ts';
import { rangeParameters } from './browseRanges.ts';

/** A browse page: one kind, or `all` of them under `/search`. */
export type Scope = ListingKind | 'all';

export const SCOPE_PATHS: Record<Scope, string> = {
  all: '/search',
  achievement: '/achievements',
  patent: '/patents',
  'open-licence': '/open-licences',
  demand: '/demands',
};

/** The chosen values one by one, also as hidden fields of the forms that change something else. */
export function chosenFacets({ facets }: Pick<BrowseQuery, 'facets'>) {
  return FACET_PARAMETERS.flatMap((name) => (facets[name] ?? []).map((value) => ({ name, value })));
}

/** The shareable address of a query: always in the same order, without what goes without saying. */
export function browseAddress(path: string, query: BrowseQuery, changes: Partial<BrowseQuery> = {}): string {
  const { text, sort, facets, ranges, page } = { ...query, page: 1, ...changes };
  const parameters = new URLSearchParams();
  if (text !== '') parameters.append('q', text);
  for (const { name, value } of chosenFacets({ facets })) parameters.append(name, value);
  for (const { name, value } of rangeParameters(ranges)) parameters.append(name, value);
  if (sort !== null) parameters.append('sort', sort);
  if (page > 1) parameters.append('page', String(page));
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

/** The address of the feed that tells what is new for a query. */
export function feedAddress(scope: Scope, query: BrowseQuery): string {
  return withKind(browseAddress('/feed', query, { page: 1, sort: null }), scope);
}

/** The page on which somebody keeps a query. */
export function saveAddress(scope: Scope, query: BrowseQuery): string {
  return withKind(browseAddress(`${paths.mySearches}/new`, query, { page: 1, sort: null }), scope);
}

function withKind(address: string, scope: Scope): string {
  if (scope === 'all') return address;
  return `${address}${address.includes('?') ? '&' : '?'}kind=${scope}`;
}

/** The facets without one value, or without all values of a name. */
export function withoutFacet(
  facets: BrowseQuery['facets'],
  name: FacetParameter,
  code: string | null = null,
): BrowseQuery['facets'] {
  const { [name]: values = [], ...others } = facets;
  const left = code === null ? [] : values.filter((value) => value !== code);
  return left.length > 0 ? { ...others, [name]: left } : others;
}
