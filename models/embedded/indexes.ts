import { isPlainObject, MISSING, ownValue, type Plain } from './bson.ts';
import { refused, storeError } from './errors.ts';
import { type Direction, EMPTY_ARRAY, encodeKey } from './keys.ts';

export interface IndexField {
  path: string;
  parts: string[];
  direction: Direction;
}

/** One index of a collection as the catalogue keeps it; `number` names its table. */
export interface Index {
  name: string;
  number: number;
  fields: IndexField[];
  isUnique: boolean;
  isSparse: boolean;
  /** While false the index is filled and kept up to date, but not read. */
  isReady: boolean;
  /** For each field, whether some document has an array on its path. */
  arrayFields: boolean[];
}

export interface IndexKey {
  values: unknown[];
  /** The key without the `_id` that makes it the document's own. */
  prefix: Buffer;
}

const KNOWN_OPTIONS = new Set([
  'name',
  'unique',
  'sparse',
  'background',
  'v',
  'ns',
  'maxTimeMS',
  'w',
  'writeConcern',
]);

/** @throws refused for anything but ascending and descending fields, unique and sparse. */
export function parseIndex(
  specification: unknown,
  options: Plain,
): Omit<Index, 'number' | 'isReady' | 'arrayFields'> {
  const fields: IndexField[] = [];
  for (const [path, direction] of Object.entries(specification as Plain)) {
    if (direction !== 1 && direction !== -1)
      throw refused(`an index of the kind ${JSON.stringify(direction)}`);
    if (path.includes('$') || /(^|\.)\d+(\.|$)/.test(path)) throw refused(`an index on the path '${path}'`);
    fields.push({ path, parts: path.split('.'), direction });
  }
  if (fields.length === 0) throw storeError(67, 'CannotCreateIndex', 'an index needs a field');
  for (const [option, value] of Object.entries(options)) {
    if (!KNOWN_OPTIONS.has(option) && value !== undefined && value !== null && value !== false) {
      throw refused(`the index option ${option}`);
    }
  }
  const name = typeof options.name === 'string' ? options.name : indexName(fields);
  return { name, fields, isUnique: options.unique === true, isSparse: options.sparse === true };
}

export function indexName(fields: readonly IndexField[]): string {
  return fields.map(({ path, direction }) => `${path}_${direction}`).join('_');
}

export function keyPattern(index: Index): Plain {
  return Object.fromEntries(index.fields.map(({ path, direction }) => [path, direction]));
}

/** The keys a document has in an index, each once, and which of the fields lead through an array. */
export function indexKeys(index: Index, document: Plain): { keys: IndexKey[]; arrays: boolean[] } {
  const places = index.fields.map(({ parts }): Place => ({ value: document, parts, at: 0, isEnd: false }));
  const arrays = index.fields.map(() => false);
  const tuples: unknown[][] = [];
  expand(places, arrays, tuples);
  const directions = index.fields.map(({ direction }) => direction);
  const keys = new Map<string, IndexKey>();
  for (const tuple of tuples) {
    if (index.isSparse && tuple.every((value) => value === MISSING)) continue;
    const values = tuple.map((value) => (value === MISSING ? null : value));
    const prefix = encodeKey(values, directions);
    keys.set(prefix.toString('latin1'), { values, prefix });
  }
  return { keys: [...keys.values()], arrays };
}

/** The values a document has at one path, as an index on it would hold them. */
export function valuesAt(document: Plain, parts: string[]): unknown[] {
  const tuples: unknown[][] = [];
  expand([{ value: document, parts, at: 0, isEnd: false }], [false], tuples);
  return tuples.map(([value]) => value);
}

/** How far one field of the index has been followed into the document. */
interface Place {
  value: unknown;
  parts: string[];
  at: number;
  isEnd: boolean;
}

/** Follows all fields to their values; fields under the same array are expanded together, per element. */
function expand(places: Place[], arrays: boolean[], tuples: unknown[][]): void {
  const followed = places.map(follow);
  const array = commonArray(followed, arrays);
  if (!array) {
    tuples.push(followed.map(({ value }) => value));
    return;
  }
  const isIn = (place: Place) => !place.isEnd && place.value === array;
  if (array.length === 0) {
    const end = (place: Place) => (place.at === place.parts.length ? EMPTY_ARRAY : MISSING);
    const next = followed.map((place) =>
      isIn(place) ? { ...place, value: end(place), isEnd: true } : place,
    );
    expand(next, arrays, tuples);
    return;
  }
  for (const element of array) {
    const next = followed.map((place) => (isIn(place) ? inElement(place, element) : place));
    expand(next, arrays, tuples);
  }
}

function inElement(place: Place, element: unknown): Place {
  if (place.at === place.parts.length) return { ...place, value: element, isEnd: true };
  if (!isPlainObject(element)) return { ...place, value: MISSING, isEnd: true };
  return { ...place, value: element };
}

function follow(place: Place): Place {
  let { value, at } = place;
  if (place.isEnd) return place;
  while (at < place.parts.length && !Array.isArray(value)) {
    value = isPlainObject(value) ? ownValue(value, place.parts[at] ?? '') : MISSING;
    if (value === MISSING) return { ...place, value, isEnd: true };
    at++;
  }
  return { ...place, value, at, isEnd: !Array.isArray(value) };
}

/** The one array in which fields go on; @throws code 171 when there are two side by side. */
function commonArray(places: Place[], arrays: boolean[]): unknown[] | null {
  let found: unknown[] | null = null;
  places.forEach((place, field) => {
    if (place.isEnd || !Array.isArray(place.value)) return;
    if (found && found !== place.value) {
      throw storeError(
        171,
        'CannotIndexParallelArrays',
        'cannot index parallel arrays in one compound index',
      );
    }
    found = place.value;
    arrays[field] = true;
  });
  return found;
}
