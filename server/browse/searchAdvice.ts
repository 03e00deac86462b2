import { tokenise } from '../../search/analysis/tokenise.ts';
import { parseQuery } from '../../search/query/parseQuery.ts';
import { type SearchIndex, SearchUnavailable } from '../../search/searchIndex.ts';
import type { Clock } from '../clock.ts';
import type { Glossary } from '../matching/glossary/glossary.ts';
import { withoutFacet } from './browseAddress.ts';
import { FACET_PARAMETERS, type FacetParameter } from './browseFacets.ts';
import { type BrowseQuery, isNarrowed } from './browseQuery.ts';
import { type BrowseRanges, RANGE_NAMES, type RangeName, withoutRange } from './browseRanges.ts';
import type { BrowseRequest, BrowseResult } from './browseService.ts';
import { addedValues, addedWords, FEWEST_LEFT, MOST_LEFT } from './narrowingAdvice.ts';
import { countRequest } from './searchRequest.ts';
import { withDeadline } from './withDeadline.ts';

/** A change of a query and what it gives: more where a query gives little, less where it gives too much. */
export interface SearchAdvice {
  /** What is dropped: a word or a value; a word and what to say instead; or what is added. */
  change:
    | { drop: string }
    | { facet: FacetParameter; code: string }
    | { range: RangeName; bounds: NonNullable<BrowseRanges[RangeName]> }
    | { say: string; instead: string }
    | { add: string }
    | { only: FacetParameter; code: string };
  query: BrowseQuery;
  count: number;
}

interface Parts {
  search: Pick<SearchIndex, 'find'>;
  glossary: Pick<Glossary, 'conceptsIn'>;
  clock: Clock;
}

type Proposal = Pick<SearchAdvice, 'change' | 'query'>;

/** With so many results or more nobody needs advice. */
const FEW = 5;
/** More than two pages are looked through by nobody. */
const MANY = 40;
const MOST_WORDS_TRIED = 4;
const MOST_WORDS_TOLD = 3;
const MOST_VALUES_TOLD = 2;
const MOST_TRIED = 12;
const MOST_TOLD = 5;
const MOST_PIECES = 6;
/** Pasted pages have no one word that is too much. */
const LONGEST_TEXT = 120;

/** Which word to drop, to say otherwise or to add, which condition to drop or to add, and what that would give (F39). */
export function createSearchAdvice({ search, glossary, clock }: Parts) {
  const proposals = (query: BrowseQuery): Proposal[] => [
    ...otherNames(query, glossary),
    ...withoutWords(query, glossary),
    ...withoutValues(query),
    ...withoutRanges(query),
  ];

  /** Each proposal with how many it gives; none when the index does not say in time. */
  async function counted(kinds: BrowseRequest['kinds'], tried: Proposal[]): Promise<SearchAdvice[]> {
    try {
      const found = await withDeadline(
        Promise.all(
          tried.map((one) => search.find(countRequest({ kinds, query: one.query, pageSize: 0 }, clock))),
        ),
      );
      return tried.map((one, index) => ({ ...one, count: found[index]?.total ?? 0 }));
    } catch (error) {
      if (error instanceof SearchUnavailable) return [];
      throw error;
    }
  }

  async function wider({ kinds, query }: BrowseRequest, total: number): Promise<SearchAdvice[]> {
    const tried = proposals(query)
      .filter(({ query: changed }) => asksFor(changed))
      .slice(0, MOST_TRIED);
    return (await counted(kinds, tried))
      .filter(({ count }) => count > total)
      .sort((left, right) => right.count - left.count)
      .slice(0, MOST_TOLD);
  }

  async function narrower(
    { kinds, query }: BrowseRequest,
    result: BrowseResult,
    total: number,
  ): Promise<SearchAdvice[]> {
    const words = addedWords(query, result, glossary, MOST_WORDS_TRIED).map((word) => ({
      change: { add: word },
      query: changed(query, { text: `${query.text} ${word}` }),
    }));
    const useful = (await counted(kinds, words)).filter(
      ({ count }) => count >= FEWEST_LEFT && count <= total * MOST_LEFT,
    );
    return [...useful.slice(0, MOST_WORDS_TOLD), ...withValues(query, result, total)];
  }

  return async (request: BrowseRequest, result: BrowseResult): Promise<SearchAdvice[]> => {
    const { query } = request;
    const { total } = result;
    if (total === null || query.page > 1 || !isNarrowed(query)) return [];
    if (total < FEW) return wider(request, total);
    const isMuch = total > MANY && query.text !== '' && query.text.length <= LONGEST_TEXT;
    return isMuch ? narrower(request, result, total) : [];
  };
}

function withValues(query: BrowseQuery, { facets }: BrowseResult, total: number): SearchAdvice[] {
  if (facets === null) return [];
  return addedValues(query, { facets, total }, MOST_VALUES_TOLD).map(({ facet, code, count }) => ({
    change: { only: facet, code },
    query: changed(query, { facets: { ...query.facets, [facet]: [code] } }),
    count,
  }));
}

export type AdviseSearch = ReturnType<typeof createSearchAdvice>;

interface Piece {
  start: number;
  end: number;
}

/** Words between spaces, a phrase being one; in a run without spaces the things the glossary knows. */
function piecesOf(text: string, glossary: Parts['glossary']): Piece[] {
  const words = [...text.matchAll(/-?"[^"]*"|-?“[^”]*”|\S+/g)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  if (words.length > 1) return words;
  const known = glossary.conceptsIn(tokenise(text)).filter(({ isNested }) => !isNested);
  return known.filter(({ start, end }) => end - start < text.length);
}

/** A query that is left with exclusions only asks for everything else, which is no advice. */
function asksFor(query: BrowseQuery): boolean {
  return query.text === '' ? isNarrowed(query) : parseQuery(query.text).clauses.length > 0;
}

function withoutWords(query: BrowseQuery, glossary: Parts['glossary']): Proposal[] {
  const { text } = query;
  const pieces = text.length > LONGEST_TEXT ? [] : piecesOf(text, glossary);
  return pieces.slice(0, MOST_PIECES).map(({ start, end }) => ({
    change: { drop: text.slice(start, end) },
    query: changed(query, { text: `${text.slice(0, start)} ${text.slice(end)}` }),
  }));
}

/** The same thing under the first other name in each language. */
function otherNames(query: BrowseQuery, glossary: Parts['glossary']): Proposal[] {
  const { text } = query;
  if (text.length > LONGEST_TEXT) return [];
  const known = glossary.conceptsIn(tokenise(text)).filter(({ isNested }) => !isNested);
  return known.slice(0, 3).flatMap(({ concept, start, end }) => {
    const typed = text.slice(start, end);
    const names = [concept.zh, concept.en].flatMap((list) =>
      list.filter((name) => name.toLowerCase() !== typed.toLowerCase()).slice(0, 1),
    );
    return names.map((name) => ({
      change: { say: name, instead: typed },
      query: changed(query, { text: `${text.slice(0, start)} ${name} ${text.slice(end)}` }),
    }));
  });
}

function withoutValues(query: BrowseQuery): Proposal[] {
  return FACET_PARAMETERS.flatMap((facet) =>
    (query.facets[facet] ?? []).map((code) => ({
      change: { facet, code },
      query: changed(query, { facets: withoutFacet(query.facets, facet, code) }),
    })),
  );
}

function withoutRanges(query: BrowseQuery): Proposal[] {
  return RANGE_NAMES.flatMap((range) => {
    const bounds = query.ranges[range];
    if (bounds === undefined) return [];
    const left = changed(query, { ranges: withoutRange(query.ranges, range) });
    return [{ change: { range, bounds }, query: left }];
  });
}

function changed(
  query: BrowseQuery,
  { text = query.text, facets = query.facets, ranges = query.ranges }: Partial<BrowseQuery>,
): BrowseQuery {
  return { ...query, text: text.replaceAll(/\s+/g, ' ').trim(), facets, ranges, page: 1 };
}
