import { badRequest, notFound } from '../errors.ts';
import { browseFacets, FACET_PARAMETERS, type FacetParameter } from './browseFacets.ts';
import { type BrowseRanges, RANGE_PARAMETERS, readRanges } from './browseRanges.ts';
import { namedConditions } from './namedConditions.ts';

export const SORTS = ['relevance', 'newest', 'expiring', 'price', 'verified'] as const;
export type Sort = (typeof SORTS)[number];

/** What one browse address asks for, checked; facet values of one name are alternatives. */
export interface BrowseQuery {
  /** What was typed, trimmed; empty for browsing without words. */
  text: string;
  page: number;
  /** Null when the address leaves it to us: relevance with words, newest without. */
  sort: Sort | null;
  facets: Partial<Record<FacetParameter, string[]>>;
  ranges: BrowseRanges;
}

/** More than this is refused; what is shorter is read as far as the search reads. */
export const LONGEST_TEXT = 10_000;
const MOST_VALUES = 50;
/** Nobody pages further; the engines are not asked for more either. */
export const LAST_PAGE = 5_000;

type Parameters = Readonly<Record<string, unknown>>;

/**
 * Reads the parameters of a browse address. Everything that is not known is refused by name, so that a mistyped
 * address never shows more than was meant. Empty values are what plain forms send for "nothing chosen".
 * @throws ApplicationError 400 naming the parameter, 404 for a page nobody can reach.
 */
export function parseBrowseQuery(parameters: Parameters, alsoKnown: readonly string[] = []): BrowseQuery {
  const known = ['q', 'page', 'sort', ...FACET_PARAMETERS, ...RANGE_PARAMETERS, ...alsoKnown];
  const unknown = Object.keys(parameters).find((name) => !known.includes(name));
  if (unknown !== undefined) throw badRequest('errors:unknownParameter', { name: unknown.slice(0, 60) });
  const { text, facets } = namedConditions(readText(parameters));
  const { ranges, issues } = readRanges(parameters);
  if (issues[0] !== undefined) throw unknownValue(issues[0].field);
  return {
    text,
    page: readPage(parameters),
    sort: readCode(parameters, 'sort', SORTS),
    facets: readFacets(parameters, facets),
    ranges,
  };
}

/** The sort a page is shown in. */
export function effectiveSort({ sort, text }: BrowseQuery): Sort {
  const wanted = sort ?? 'relevance';
  return wanted === 'relevance' && text === '' ? 'newest' : wanted;
}

/** Whether anything but words is asked for. */
export function hasConditions({ facets, ranges }: Pick<BrowseQuery, 'facets' | 'ranges'>): boolean {
  return Object.keys(facets).length + Object.keys(ranges).length > 0;
}

export function isNarrowed({ text, facets, ranges }: BrowseQuery): boolean {
  return text !== '' || hasConditions({ facets, ranges });
}

function readText(parameters: Parameters): string {
  const typed = single(parameters, 'q');
  if (typed.length > LONGEST_TEXT) throw badRequest('browse:textTooLong', { maximum: LONGEST_TEXT });
  if (typed.includes('\0') || !typed.isWellFormed()) throw unknownValue('q');
  return typed.trim();
}

function readPage(parameters: Parameters): number {
  const typed = single(parameters, 'page');
  if (typed === '') return 1;
  if (!/^[1-9]\d{0,19}$/.test(typed)) throw unknownValue('page');
  const page = Number(typed);
  if (page > LAST_PAGE) throw notFound('browse:noSuchPage');
  return page;
}

/** One of a list of codes, or null when it is not given. */
export function readCode<Code extends string>(
  parameters: Parameters,
  name: string,
  codes: readonly Code[],
): Code | null {
  const typed = single(parameters, name);
  if (typed === '') return null;
  const code = codes.find((candidate) => candidate === typed);
  if (code === undefined) throw unknownValue(name);
  return code;
}

/** Those of the address and those written among the words. */
function readFacets(parameters: Parameters, written: BrowseQuery['facets']): BrowseQuery['facets'] {
  const facets: BrowseQuery['facets'] = {};
  for (const name of FACET_PARAMETERS) {
    const values = [...new Set([...several(parameters, name), ...(written[name] ?? [])])].filter(
      (value) => value !== '',
    );
    if (values.length > MOST_VALUES || values.some((value) => !browseFacets[name].has(value)))
      throw unknownValue(name);
    if (values.length > 0) facets[name] = mostSpecific(name, values);
  }
  return facets;
}

/** Who chooses a city after its province wants the city: a value above another chosen one says nothing. */
function mostSpecific(name: FacetParameter, values: string[]): string[] {
  const { parentOf } = browseFacets[name];
  const above = new Set<string>();
  for (const value of values) {
    for (let parent = parentOf(value); parent !== null; parent = parentOf(parent)) above.add(parent);
  }
  return values.filter((value) => !above.has(value));
}

function single(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (value === undefined) return '';
  if (typeof value !== 'string') throw unknownValue(name);
  return value;
}

function several(parameters: Parameters, name: string): string[] {
  const value = parameters[name];
  const values: unknown[] = Array.isArray(value) ? value : [value ?? ''];
  return values.map((entry) => {
    if (typeof entry !== 'string') throw unknownValue(name);
    return entry;
  });
}

function unknownValue(name: string) {
  return badRequest('errors:unknownValue', { name });
}
