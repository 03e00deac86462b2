import { parseQuery } from '../../search/query/parseQuery.ts';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import { type Clock, today } from '../clock.ts';
import { type CardReader, listingCard } from '../listings/listingCard.ts';
import type { Frame } from '../web/frame.ts';
import { localPath } from '../web/localPath.ts';
import { pagination } from '../web/pagination.ts';
import { adviceHeading, adviceRows } from './adviceRows.ts';
import {
  browseAddress,
  chosenFacets,
  feedAddress,
  SCOPE_PATHS,
  type Scope,
  saveAddress,
  withoutFacet,
} from './browseAddress.ts';
import { browseFacets } from './browseFacets.ts';
import { type BrowseQuery, effectiveSort, isNarrowed, SORTS } from './browseQuery.ts';
import { RANGE_NAMES, rangeParameters, withoutRange } from './browseRanges.ts';
import type { BrowseResult } from './browseService.ts';
import { emptyAdvice } from './emptyAdvice.ts';
import { facetGroups } from './facetGroups.ts';
import { namedRows } from './namedRows.ts';
import type { NamedThing } from './namedThings.ts';
import { rangeFields, rangeLabel } from './rangeRows.ts';
import type { SearchAdvice } from './searchAdvice.ts';

export interface BrowseShown {
  scope: Scope;
  query: BrowseQuery;
  result: BrowseResult;
  advice: SearchAdvice[];
  named: NamedThing[];
  pageSize: number;
}

type Reader = Pick<Frame, 'language' | 'translate'>;

/** What the search understands, each with an example. */
const TIPS = ['words', 'phrase', 'without', 'condition', 'number'] as const;

/** What every list of cards needs of its reader. */
export function cardReader(
  { language, translate }: Reader,
  { clock, assetAddress }: { clock: Clock; assetAddress: CardReader['assetAddress'] },
  text = '',
  synonyms: string[][] = [],
): CardReader {
  return {
    language,
    translate,
    assetAddress,
    today: today(clock),
    query: text === '' ? null : parseQuery(text, synonyms),
  };
}

/** Everything a browse page shows. */
export function browsePage(shown: BrowseShown, reader: CardReader) {
  const { scope, query, result } = shown;
  const { language, translate } = reader;
  const path = SCOPE_PATHS[scope];
  const facets = result.facets === null ? [] : facetGroups(result.facets, query.facets, reader);
  return {
    heading: translate(`browse:headings.${scope}`),
    lead: translate(`browse:leads.${scope}`),
    action: localPath(language, path),
    text: query.text,
    tips: TIPS.map((name) => ({
      example: translate(`browse:tips.${name}.example`),
      text: translate(`browse:tips.${name}.text`),
    })),
    tabs: tabs(shown, reader),
    chips: chips(shown, reader),
    clearHref: localPath(language, path),
    count: countText(result, reader),
    sorts: sortOptions(query, reader),
    sort: query.sort ?? '',
    cards: result.listings.map((item) => listingCard(item, reader)),
    facets,
    hasFacets: result.facets !== null,
    ranges: rangeFields(boundsOf(query), [], translate),
    hiddenConditions: [...chosenFacets(query), ...rangeParameters(query.ranges)],
    isNarrowed: isNarrowed(query),
    isDegraded: result.facets === null,
    lookedThrough: result.lookedThrough ?? 0,
    pagination: pages(shown, reader),
    named: namedRows(shown, reader),
    advice: adviceRows(shown, reader),
    adviceHeading: adviceHeading(shown, reader),
    correction:
      result.correctedText === null
        ? ''
        : translate('browse:corrected', { typed: query.text, searched: result.correctedText }),
    empty: result.listings.length === 0 ? emptyAdvice(shown, reader) : null,
    feedHref: localPath(language, feedAddress(scope, query)),
    saveHref: isNarrowed(query) ? localPath(language, saveAddress(scope, query)) : '',
    isFirstPage: query.page === 1,
  };
}

export type BrowsePage = ReturnType<typeof browsePage>;

/** The same query over each kind, with how many it finds there. */
function tabs({ scope, query, result }: BrowseShown, { language, translate }: CardReader) {
  const counts = result.kinds;
  const total = counts && LISTING_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  const scopes: Scope[] = ['all', ...LISTING_KINDS];
  return scopes.map((target) => ({
    href: localPath(language, browseAddress(SCOPE_PATHS[target], query)),
    label: translate(`browse:tabs.${target}`),
    count: counts === null ? '' : String(target === 'all' ? total : counts[target]),
    isCurrent: target === scope,
  }));
}

function chips({ scope, query }: BrowseShown, { language, translate }: CardReader) {
  const path = SCOPE_PATHS[scope];
  const chip = (label: string, changes: Partial<BrowseQuery>) => ({
    label,
    href: localPath(language, browseAddress(path, query, changes)),
    removeLabel: translate('browse:removeChip', { label }),
  });
  const words =
    query.text === ''
      ? []
      : [chip(translate('browse:wordsChip', { text: query.text.slice(0, 80) }), { text: '' })];
  const values = chosenFacets(query).map(({ name, value }) => {
    const said = {
      name: translate(`browse:facets.${name}`),
      value: browseFacets[name].label(value, language),
    };
    return chip(translate('browse:valueChip', said), { facets: withoutFacet(query.facets, name, value) });
  });
  const ranges = RANGE_NAMES.flatMap((name) => {
    const range = query.ranges[name];
    if (range === undefined) return [];
    return [chip(rangeLabel(name, range, translate), { ranges: withoutRange(query.ranges, name) })];
  });
  return [...words, ...values, ...ranges];
}

/** The ranges as parameters of an address. */
function boundsOf({ ranges }: BrowseQuery): Record<string, string> {
  return Object.fromEntries(rangeParameters(ranges).map(({ name, value }) => [name, value]));
}

function countText({ total, isExact }: BrowseResult, { translate }: CardReader): string {
  if (total === null) return translate('browse:notCounted');
  return translate(isExact ? 'common:resultCount' : 'common:aboutCount', { count: total });
}

function sortOptions(query: BrowseQuery, { translate }: CardReader) {
  const current = effectiveSort(query);
  return SORTS.filter((sort) => sort !== 'relevance' || query.text !== '').map((sort) => ({
    value: sort,
    label: translate(`browse:sorts.${sort}`),
    isCurrent: sort === current,
  }));
}

function pages({ scope, query, result, pageSize }: BrowseShown, reader: CardReader) {
  const { page } = query;
  const path = SCOPE_PATHS[scope];
  const { page: _page, text, facets, sort } = query;
  const parameters = { q: text, ...facets, ...boundsOf(query), sort };
  const lastPage = result.lastPage ?? page + (result.hasNext ? 1 : 0);
  return pagination({ page, pageSize, total: lastPage * pageSize }, path, parameters, reader);
}
