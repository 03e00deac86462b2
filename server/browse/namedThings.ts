import { normaliseText } from '../../search/analysis/normaliseText.ts';
import { type SearchIndex, SearchUnavailable } from '../../search/searchIndex.ts';
import type { Clock } from '../clock.ts';
import { LANGUAGES, type LocalizedText } from '../localized.ts';
import { browseFacets, type FacetParameter } from './browseFacets.ts';
import type { BrowseQuery } from './browseQuery.ts';
import type { BrowseRequest, BrowseResult } from './browseService.ts';
import { countRequest } from './searchRequest.ts';
import { withDeadline } from './withDeadline.ts';

/** What a query speaks of by its name: a place to go to at once. */
export type NamedThing =
  | { organisation: string; name: LocalizedText }
  | { listing: string; title: LocalizedText }
  | { facet: FacetParameter; code: string; query: BrowseQuery; count: number };

interface Parts {
  search: Pick<SearchIndex, 'find'>;
  clock: Clock;
}

/** Facets whose values people call by name. */
const NAMED_FACETS: FacetParameter[] = ['field', 'industry', 'region', 'ipc'];
const MOST_OF_EACH = 2;
/** Names are short; a sentence speaks of many things. */
const LONGEST_NAME = 60;
const SHORTEST_NAME = { han: 2, other: 4 };

/** Organisations, listings, fields, industries, regions and IPC symbols that the words typed are the name of. */
export function createNamedThings({ search, clock }: Parts) {
  async function values(kinds: BrowseRequest['kinds'], query: BrowseQuery): Promise<NamedThing[]> {
    const named = wordsOf(query.text)
      .flatMap((word) => namedValues(word, query))
      .slice(0, MOST_OF_EACH);
    const found = await withDeadline(
      Promise.all(
        named.map((one) => search.find(countRequest({ kinds, query: one.query, pageSize: 0 }, clock))),
      ),
    );
    return named
      .map((one, index) => ({ ...one, count: found[index]?.total ?? 0 }))
      .filter(({ count }) => count > 0);
  }

  return async ({ kinds, query }: BrowseRequest, result: BrowseResult): Promise<NamedThing[]> => {
    if (result.total === null || query.page > 1 || query.text === '' || query.text.length > LONGEST_NAME)
      return [];
    const here = [...namedListings(query.text, result), ...namedOrganisations(query.text, result)];
    try {
      return [...here, ...(await values(kinds, query))];
    } catch (error) {
      if (error instanceof SearchUnavailable) return here;
      throw error;
    }
  };
}

export type NameThings = ReturnType<typeof createNamedThings>;

/** The whole of it and each word, with what is left of the query without it. */
function wordsOf(text: string): { word: string; rest: string }[] {
  const words = text.split(/\s+/);
  const single = words.map((word, at) => ({ word, rest: words.toSpliced(at, 1).join(' ') }));
  return words.length === 1 ? single : [{ word: text, rest: '' }, ...single];
}

function namedValues({ word, rest }: { word: string; rest: string }, query: BrowseQuery) {
  const wanted = normaliseText(word);
  if (!isName(wanted)) return [];
  return NAMED_FACETS.flatMap((facet) => {
    const code = namedCode(facet, word, wanted);
    if (code === null || query.facets[facet]?.includes(code)) return [];
    return [
      { facet, code, query: { ...query, text: rest, facets: { ...query.facets, [facet]: [code] }, page: 1 } },
    ];
  });
}

function namedCode(facet: FacetParameter, word: string, wanted: string): string | null {
  const symbol = word.toUpperCase();
  if (facet === 'ipc') return browseFacets.ipc.has(symbol) ? symbol : null;
  return namesOf(facet).find(({ said }) => isNameOf(wanted, said))?.code ?? null;
}

/** 航空航天 is meant by 航空航天, 大连市 by 大连; a Latin name only as a whole. */
function isNameOf(wanted: string, said: string): boolean {
  return said === wanted || (/\p{Script=Han}/u.test(wanted) && said.startsWith(wanted));
}

type FacetName = { said: string; code: string };

/** Thousands of regions are read once. */
const namesOfFacets = new Map<FacetParameter, FacetName[]>();

function namesOf(facet: FacetParameter): FacetName[] {
  const { codes, label } = browseFacets[facet];
  const names =
    namesOfFacets.get(facet) ??
    codes.flatMap((code) =>
      LANGUAGES.map((language) => ({ said: normaliseText(label(code, language)), code })),
    );
  namesOfFacets.set(facet, names);
  return names;
}

function isName(word: string): boolean {
  const shortest = /\p{Script=Han}/u.test(word) ? SHORTEST_NAME.han : SHORTEST_NAME.other;
  return [...word].length >= shortest;
}

/** A reference, or a patent's number, that was typed as such. */
function namedListings(text: string, { listings }: BrowseResult): NamedThing[] {
  const typed = text.replaceAll(/[\s.-]/g, '').toUpperCase();
  return listings
    .filter(({ listing }) => listing._id.replaceAll('-', '') === typed)
    .map(({ listing }) => ({ listing: listing._id, title: listing.live.content.title as LocalizedText }));
}

/** Owners of what was found, as far as everybody may know them. */
function namedOrganisations(text: string, { listings }: BrowseResult): NamedThing[] {
  const wanted = normaliseText(text);
  if (!isName(wanted)) return [];
  const owners = new Map(
    listings.flatMap(({ owner }) => (owner === null ? [] : [[owner._id, owner] as const])),
  );
  return [...owners.values()]
    .filter(({ name }) => [name.zh, name.en].some((one) => one && normaliseText(one).includes(wanted)))
    .slice(0, MOST_OF_EACH)
    .map(({ _id, name }) => ({ organisation: _id, name }));
}
