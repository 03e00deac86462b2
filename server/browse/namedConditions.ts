import { LANGUAGES } from '../localized.ts';
import { parseIpcSymbol } from '../patents/ipcSymbol.ts';
import { browseFacets, type FacetParameter } from './browseFacets.ts';

/** What people write before a colon to mean a condition rather than a word. */
const NAMES: Record<string, FacetParameter> = {
  ipc: 'ipc',
  分类号: 'ipc',
  region: 'region',
  地区: 'region',
  field: 'field',
  领域: 'field',
  industry: 'industry',
  行业: 'industry',
  trl: 'trl',
  成熟度: 'trl',
  cooperation: 'cooperation',
  合作方式: 'cooperation',
};
const NAMED = new RegExp(
  `(?<!\\S)(${Object.keys(NAMES).join('|')})[:：]\\s*(?:"([^"]*)"|“([^”]*)”|(\\S+))`,
  'giu',
);
/** Fewer characters of a label are taken for no label. */
const SHORTEST_LABEL = 2;

export interface NamedConditions {
  /** What is left to be searched for in words. */
  text: string;
  facets: Partial<Record<FacetParameter, string[]>>;
}

/**
 * Takes conditions such as `地区:沈阳` or `ipc:C22C` out of what was typed; by code or by the beginning of a label in
 * either language. What names no known value stays a word, so that nothing typed is ever refused.
 */
export function namedConditions(typed: string): NamedConditions {
  const facets: NamedConditions['facets'] = {};
  const text = typed.replaceAll(NAMED, (whole, name: string, ...groups: unknown[]) => {
    const facet = NAMES[name.toLowerCase()];
    const value = groups.slice(0, 3).find((group) => typeof group === 'string') as string | undefined;
    const code = facet === undefined ? null : codeOf(facet, value?.trim() ?? '');
    if (facet === undefined || code === null) return whole;
    facets[facet] = [...(facets[facet] ?? []), code];
    return facet === 'ipc' && isGroup(value) ? ` ${value} ` : ' ';
  });
  return Object.keys(facets).length === 0
    ? { text: typed, facets }
    : { text: text.replaceAll(/\s+/g, ' ').trim(), facets };
}

function codeOf(name: FacetParameter, value: string): string | null {
  const facet = browseFacets[name];
  if (name === 'ipc') {
    const symbol = parseIpcSymbol(value);
    const code = symbol?.subclass ?? value.toUpperCase();
    return facet.has(code) ? code : null;
  }
  if (facet.has(value)) return value;
  if ([...value].length < SHORTEST_LABEL) return null;
  const wanted = value.toLowerCase();
  const fitting = facet.codes.filter((code) =>
    LANGUAGES.some((language) => facet.label(code, language).toLowerCase().startsWith(wanted)),
  );
  // Of several, the widest: 山东 is the province before anything in it.
  return fitting.toSorted((left, right) => left.length - right.length)[0] ?? null;
}

/** Conditions end at the subclass; a main group is searched for as well. */
function isGroup(value: string | undefined): boolean {
  return parseIpcSymbol(value ?? '')?.mainGroup != null;
}
