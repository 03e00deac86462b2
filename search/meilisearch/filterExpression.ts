import type { SearchFilter } from '../searchIndex.ts';

/** A filter as Meilisearch takes it: all of the lists, any within a list. */
export type FilterExpression = string[][];

/** What a filter asks, one facet left out when its own values are to be counted. */
export function filterExpression(filter: SearchFilter, exceptFacet?: string): FilterExpression {
  const { kind, ...others } = filter.facets ?? {};
  const byFacet: [name: string, attribute: string, codes: string[] | undefined][] = [
    ['kind', 'kind', filter.kinds],
    ['kind', 'kind', kind],
    ...Object.entries(others).map(([name, codes]): [string, string, string[]] => [
      name,
      facetAttribute(name),
      codes,
    ]),
  ];
  const conditions = byFacet
    .filter(([name, , codes]) => name !== exceptFacet && codes !== undefined && codes.length > 0)
    .map(([, attribute, codes = []]) => codes.map((code) => `${attribute} = ${quoted(code)}`));
  return [
    ...conditions,
    ...Object.entries(filter.ranges ?? {}).flatMap(([name, bounds]) => rangeConditions(name, bounds)),
  ];
}

/** Where a facet's codes stand in a document. */
export function facetAttribute(name: string): string {
  return name === 'kind' ? 'kind' : attribute('facets', name);
}

/** Where a number stands in a document. */
export function numberAttribute(name: string): string {
  return attribute('numbers', name);
}

/** Any of these ids. */
export function anyOfIds(ids: string[]): FilterExpression {
  return [[`id IN [${ids.map(quoted).join(', ')}]`]];
}

/** Ids after the given one in their order; the one itself may come along when it is longer than a reference. */
export function afterOrder({ high, low }: { high: number; low: number }): FilterExpression {
  return [[`idOrder.high > ${high}`, `(idOrder.high = ${high} AND idOrder.low >= ${low})`]];
}

function rangeConditions(name: string, { from, to }: { from?: number; to?: number }): string[][] {
  const field = numberAttribute(name);
  return [
    ...(from === undefined ? [] : [[`${field} >= ${finite(from)}`]]),
    ...(to === undefined ? [] : [[`${field} <= ${finite(to)}`]]),
    ...(from === undefined && to === undefined ? [[`${field} EXISTS`]] : []),
  ];
}

/** Names come from our own catalogue, never from a request; anything else is a mistake of ours. */
function attribute(parent: string, name: string): string {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) throw new TypeError(`${name} is no name of a facet or number.`);
  return `${parent}.${name}`;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError(`${value} is no bound of a range.`);
  return value;
}

function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
