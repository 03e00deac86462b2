import type { Settings } from 'meilisearch';

/** More hits than any index has documents: paging and facet counts are never cut short. */
const NO_LIMIT = 10_000_000;

/** Settings of both indexes. Words come analysed, so everything that would change them is off. */
export const INDEX_SETTINGS: Settings = {
  searchableAttributes: ['title', 'identifier', 'summary', 'body'],
  filterableAttributes: ['id', 'kind', 'facets', 'numbers', 'idOrder'],
  sortableAttributes: ['id', 'numbers', 'idOrder'],
  rankingRules: ['sort', 'words', 'attribute', 'proximity', 'exactness'],
  typoTolerance: { enabled: false },
  stopWords: [],
  synonyms: {},
  faceting: { maxValuesPerFacet: 100_000, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: NO_LIMIT },
  prefixSearch: 'indexingTime',
  facetSearch: false,
};
