import { browseAddress, feedAddress, SCOPE_PATHS } from '../browse/browseAddress.ts';
import type { BrowseQuery, Sort } from '../browse/browseQuery.ts';
import type { SavedSearchRecord } from './savedSearchStore.ts';

type Searched = Pick<SavedSearchRecord, 'scope' | 'text' | 'facets' | 'ranges'>;

/** What the browse pages ask for when they show a saved search. */
export function queryOf({ text, facets, ranges = {} }: Searched, sort: Sort | null = null): BrowseQuery {
  return { text, facets, ranges, sort, page: 1 };
}

/** The page that shows what a saved search finds. */
export function searchPath(saved: Searched, sort: Sort | null = null): string {
  return browseAddress(SCOPE_PATHS[saved.scope], queryOf(saved, sort));
}

/** The Atom feed of a saved search. */
export function searchFeed(saved: Searched): string {
  return feedAddress(saved.scope, queryOf(saved));
}
