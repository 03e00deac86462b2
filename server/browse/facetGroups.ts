import type { Translate } from '../i18n/translate.ts';
import type { Language } from '../localized.ts';
import { type BrowseFacet, browseFacets, FACET_PARAMETERS, type FacetParameter } from './browseFacets.ts';
import type { BrowseQuery } from './browseQuery.ts';
import type { FacetCounts } from './browseService.ts';

export interface FacetOption {
  value: string;
  label: string;
  /** Null while nobody counts. */
  count: number | null;
  isChosen: boolean;
  /** How deep it lies in its table; 0 at the top. */
  level: number;
}

export interface FacetGroup {
  name: FacetParameter;
  label: string;
  isOpen: boolean;
  options: FacetOption[];
  /** Less frequent values, behind a "more". */
  more: FacetOption[];
}

const SHOWN = 8;
/** With so few values at the top, those below them are shown without a choice. */
const FEW = 2;
const OPEN_AT_FIRST: FacetParameter[] = ['field', 'region', 'trl', 'cooperation', 'price'];

interface Reader {
  language: Language;
  translate: Translate;
}

/** The facets of a browse page: values that lead somewhere, with how many they lead to, and all chosen ones. */
export function facetGroups(
  counts: FacetCounts,
  chosen: BrowseQuery['facets'],
  reader: Reader,
): FacetGroup[] {
  return FACET_PARAMETERS.map((name) => facetGroup(name, counts[name], chosen[name] ?? [], reader)).filter(
    (group) => group.options.length > 0,
  );
}

function facetGroup(
  name: FacetParameter,
  counts: Record<string, number>,
  chosen: string[],
  reader: Reader,
): FacetGroup {
  const facet = browseFacets[name];
  const codes = [...new Set([...Object.keys(counts).filter((code) => (counts[code] ?? 0) > 0), ...chosen])];
  const options = tree(facet, codes.filter(facet.has), counts, chosen).map(({ code, level }) => ({
    value: code,
    label: facet.label(code, reader.language),
    count: counts[code] ?? 0,
    isChosen: chosen.includes(code),
    level,
  }));
  const cut = options.length <= SHOWN + FEW ? options.length : SHOWN;
  const rest = options.slice(cut);
  const onTheWay = ({ value }: FacetOption) => chosen.some((code) => isBeside(facet, code, value));
  return {
    name,
    label: reader.translate(`browse:facets.${name}`),
    isOpen: chosen.length > 0 || OPEN_AT_FIRST.includes(name),
    options: [...options.slice(0, cut), ...rest.filter(onTheWay)],
    more: rest.filter((option) => !onTheWay(option)),
  };
}

interface Placed {
  code: string;
  level: number;
}

/** Values at the top in order, each followed by those below it where somebody has gone that way. */
function tree(
  facet: BrowseFacet,
  codes: string[],
  counts: Record<string, number>,
  chosen: string[],
): Placed[] {
  const childrenOf = (parent: string | null) =>
    codes.filter((code) => nearest(facet, code, codes) === parent).sort(comparing(facet, counts));
  const top = childrenOf(null);
  const isOpened = ({ code, level }: Placed) =>
    (level === 0 && top.length <= FEW) ||
    chosen.some((value) => value === code || isBelow(facet, value, code));
  const place = (placed: Placed): Placed[] => [
    placed,
    ...(isOpened(placed)
      ? childrenOf(placed.code).flatMap((code) => place({ code, level: placed.level + 1 }))
      : []),
  ];
  return top.flatMap((code) => place({ code, level: 0 }));
}

/** The closest value above that is among the codes. */
function nearest(facet: BrowseFacet, code: string, codes: string[]): string | null {
  let parent = facet.parentOf(code);
  while (parent !== null && !codes.includes(parent)) parent = facet.parentOf(parent);
  return parent;
}

/**
 * Whether a value stands on the way to a chosen one, or is one of the next steps from it or beside it: opened step by
 * step, what was opened stays in view however far down it lies.
 */
function isBeside(facet: BrowseFacet, chosen: string, value: string): boolean {
  const above = facet.parentOf(value);
  return (
    value === chosen || isBelow(facet, chosen, value) || (above !== null && isWithin(facet, chosen, above))
  );
}

function isWithin(facet: BrowseFacet, code: string, above: string): boolean {
  return code === above || isBelow(facet, code, above);
}

function isBelow(facet: BrowseFacet, code: string, above: string): boolean {
  for (let parent = facet.parentOf(code); parent !== null; parent = facet.parentOf(parent)) {
    if (parent === above) return true;
  }
  return false;
}

/** Where each code stands in its table, found out once. */
const placesOfTables = new WeakMap<readonly string[], Map<string, number>>();

function placesOf(codes: readonly string[]): Map<string, number> {
  const known = placesOfTables.get(codes);
  if (known !== undefined) return known;
  const places = new Map(codes.map((code, at) => [code, at]));
  placesOfTables.set(codes, places);
  return places;
}

function comparing(facet: BrowseFacet, counts: Record<string, number>) {
  const places = placesOf(facet.codes);
  const place = (code: string) => places.get(code) ?? places.size;
  return (left: string, right: string): number => {
    const byCount = facet.order === 'count' ? (counts[right] ?? 0) - (counts[left] ?? 0) : 0;
    return byCount || place(left) - place(right) || (left < right ? -1 : 1);
  };
}
