import { termsOf } from '../../search/analysis/normaliseText.ts';
import { tokenise } from '../../search/analysis/tokenise.ts';
import type { Language } from '../localized.ts';
import type { Glossary } from '../matching/glossary/glossary.ts';
import { genericTerms } from '../matching/statistics/genericWords.ts';
import { FACET_PARAMETERS, type FacetParameter } from './browseFacets.ts';
import type { BrowseQuery } from './browseQuery.ts';
import type { BrowseResult, FacetCounts } from './browseService.ts';
import type { PublicListing } from './publicListings.ts';

/** A value to add and what is left with it. */
export interface AddedValue {
  facet: FacetParameter;
  code: string;
  count: number;
}

/** What parts a result by subject or by what can be done with it; how fresh and how dear it is has its own sorting. */
const PARTING: ReadonlySet<FacetParameter> = new Set([
  'field',
  'industry',
  'ipc',
  'cooperation',
  'region',
  'trl',
]);

/** Fewer than this and the search would widen by itself; more of the result than this is not worth a click. */
export const FEWEST_LEFT = 5;
export const MOST_LEFT = 0.6;
/** The share of a result that is best left. */
const BEST_LEFT = 0.3;

/** Of each facet that is still open the value that parts the result best; counts are known from the page itself. */
export function addedValues(
  { facets: chosen }: BrowseQuery,
  { facets, total }: { facets: FacetCounts; total: number },
  most: number,
): AddedValue[] {
  const distance = ({ count }: AddedValue) => Math.abs(count / total - BEST_LEFT);
  return FACET_PARAMETERS.filter((facet) => PARTING.has(facet) && chosen[facet] === undefined)
    .flatMap((facet) =>
      Object.entries(facets[facet])
        .map(([code, count]) => ({ facet, code, count }))
        .filter(({ count }) => count >= FEWEST_LEFT && count <= total * MOST_LEFT)
        .sort((left, right) => distance(left) - distance(right))
        .slice(0, 1),
    )
    .sort((left, right) => distance(left) - distance(right))
    .slice(0, most);
}

/**
 * Words that some of the first results say in their titles and keywords and others do not: keywords as their owners
 * wrote them, and names the glossary knows. In the language of what was typed.
 */
export function addedWords(
  { text }: BrowseQuery,
  { listings }: Pick<BrowseResult, 'listings'>,
  glossary: Pick<Glossary, 'conceptsIn'>,
  most: number,
): string[] {
  const asked = termsOf(text);
  const language: Language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const holders = new Map<string, { word: string; count: number }>();
  for (const listing of listings) {
    for (const [key, word] of wordsOf(listing, language, glossary)) {
      if (!isTelling(word, asked)) continue;
      const known = holders.get(key);
      holders.set(key, { word: known?.word ?? word, count: (known?.count ?? 0) + 1 });
    }
  }
  const distance = (count: number) => Math.abs(count / listings.length - BEST_LEFT);
  return [...holders.values()]
    .filter(({ count }) => count > 1 && count <= listings.length * MOST_LEFT)
    .sort((left, right) => distance(left.count) - distance(right.count))
    .slice(0, most)
    .map(({ word }) => word);
}

/** By the spelling they are compared in, so that a word counts once a listing. */
function wordsOf(
  { listing }: PublicListing,
  language: Language,
  glossary: Pick<Glossary, 'conceptsIn'>,
): Map<string, string> {
  const { title, keywords } = listing.live.content as {
    title?: Partial<Record<Language, string>>;
    keywords?: unknown;
  };
  const said = title?.[language] ?? '';
  const names = glossary
    .conceptsIn(tokenise(said))
    .filter(({ isNested }) => !isNested)
    .map(({ start, end }) => said.slice(start, end));
  const written = Array.isArray(keywords) ? keywords.map(String) : [];
  const fitting = written.filter((word) => /\p{Script=Han}/u.test(word) === (language === 'zh'));
  return new Map([...names, ...fitting].map((word) => [word.toLowerCase(), word]));
}

/** Neither asked for already nor a word that any listing may use; short enough to be a word. */
function isTelling(word: string, asked: Set<string>): boolean {
  const terms = [...termsOf(word)];
  return (
    word.length <= 30 &&
    !/["“”「」]/.test(word) &&
    terms.length > 0 &&
    !terms.every((term) => asked.has(term) || genericTerms.has(term))
  );
}
