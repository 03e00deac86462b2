import { isPlainObject, type Plain } from './bson.ts';
import { storeError } from './errors.ts';
import { valuesAt } from './indexes.ts';
import { compareValues, type Direction, encodeKey } from './keys.ts';

export interface SortField {
  path: string;
  parts: string[];
  direction: Direction;
}

/** Reads a sort in any form the driver of MongoDB takes: object, Map, pairs or one name. */
export function parseSort(sort: unknown): SortField[] {
  if (sort === undefined || sort === null) return [];
  return sortEntries(sort).map(([path, direction]) => ({
    path,
    parts: path.split('.'),
    direction: parseDirection(path, direction),
  }));
}

function sortEntries(sort: unknown): [string, unknown][] {
  if (typeof sort === 'string') return [[sort, 1]];
  if (sort instanceof Map) return [...sort.entries()];
  if (Array.isArray(sort)) {
    if (sort.length === 2 && typeof sort[0] === 'string' && !Array.isArray(sort[1]))
      return [[sort[0], sort[1]]];
    return sort.map((entry) => (Array.isArray(entry) ? [entry[0], entry[1]] : [String(entry), 1]));
  }
  return Object.entries(sort as Plain);
}

function parseDirection(path: string, direction: unknown): Direction {
  if (direction === 1 || direction === '1' || direction === 'asc' || direction === 'ascending') return 1;
  if (direction === -1 || direction === '-1' || direction === 'desc' || direction === 'descending') return -1;
  const shown = isPlainObject(direction) ? JSON.stringify(direction) : String(direction);
  throw storeError(15975, 'Location15975', `'${path}' cannot be sorted by ${shown}`);
}

/** Adds `_id` in the direction of the last field, so that every sort has exactly one result. */
export function withTieBreak(sort: SortField[]): SortField[] {
  if (sort.length === 0 || sort.some(({ path }) => path === '_id')) return sort;
  return [...sort, { path: '_id', parts: ['_id'], direction: sort.at(-1)?.direction ?? 1 }];
}

/** Bytes by which documents are put in the order of the sort; arrays count with their least or greatest value. */
export function sortKey(document: Plain, sort: readonly SortField[]): Buffer {
  const values = sort.map(({ parts, direction }) => {
    const candidates = valuesAt(document, parts);
    return candidates.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best));
  });
  return encodeKey(
    values,
    sort.map(({ direction }) => direction),
  );
}
