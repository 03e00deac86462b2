import { rangeOfPrefix } from './bounds.ts';
import { checkStorable, decodeDocument, encodeDocument, newObjectId, type Plain } from './bson.ts';
import { type CollectionEntry, indexTableOf, tableOf } from './catalogue.ts';
import { duplicateKey, storeError } from './errors.ts';
import { type Index, type IndexKey, indexKeys, keyPattern } from './indexes.ts';
import { type Direction, encodeKey, TYPE, typeOf } from './keys.ts';
import type { Store } from './store.ts';

/** The entries of one document in one index. */
interface IndexEntries {
  index: Index;
  keys: IndexKey[];
  arrays: boolean[];
}

/** The key of an `_id`, ended by a byte like any other part of a key, so that the same bounds fit. */
export function idKey(id: unknown): Buffer {
  return encodeKey([id, null], [1, 1]);
}

/** The whole key in an index table: the values, then the `_id` in the direction of the last field. */
export function fullKey(index: Index, { prefix }: IndexKey, id: unknown): Buffer {
  const direction: Direction = index.fields.at(-1)?.direction ?? 1;
  return Buffer.concat([prefix, encodeKey([id], [direction])]);
}

/** A document on its way in: with an `_id`, which comes first, and as the bytes it will have. */
export function prepareDocument(given: Plain): { document: Plain; bytes: Uint8Array } {
  if (given._id === undefined) given._id = newObjectId();
  const fields: Plain = typeof given.toBSON === 'function' ? given.toBSON() : given;
  const isIdFirst = Object.keys(fields)[0] === '_id';
  const bytes = encodeDocument(isIdFirst ? fields : { _id: given._id, ...fields });
  const document = decodeDocument(bytes);
  checkDocument(document);
  return { document, bytes };
}

function checkDocument(document: Plain): void {
  checkStorable(document, '');
  const operator = Object.keys(document).find((key) => key.startsWith('$'));
  if (operator)
    throw storeError(52, 'DollarPrefixedFieldName', `a document cannot have the field '${operator}'`);
  if (typeOf(document._id) === TYPE.array)
    throw storeError(53, 'InvalidIdField', "the '_id' cannot be an array");
}

/** Writes a new document and its index entries. Nothing is written when a unique key is taken: code 11000. */
export function insertDocument(
  store: Store,
  entry: CollectionEntry,
  document: Plain,
  bytes: Uint8Array,
): void {
  const id = idKey(document._id);
  const table = tableOf(entry);
  if (store.database.get(`SELECT 1 FROM ${table} WHERE id = ?`, id)) {
    throw duplicateKey(entry.name, '_id_', { _id: 1 }, { _id: document._id });
  }
  const entries = entriesOf(entry, document);
  for (const { index, keys } of entries) checkUnique(store, entry, index, keys, null);
  const { lastInsertRowid } = store.database.run(`INSERT INTO ${table} (id, doc) VALUES (?, ?)`, id, bytes);
  for (const { index, keys, arrays } of entries) {
    noteArrays(store, entry, index, arrays);
    for (const key of keys) addKey(store, index, fullKey(index, key, document._id), Number(lastInsertRowid));
  }
}

/** A document as found, with what a write needs to change it. */
export interface Found {
  rid: number;
  document: Plain;
  bytes: Uint8Array;
}

export function findByRid(store: Store, collection: string, rid: number): Found | null {
  const entry = store.catalogue.find(collection);
  if (!entry) return null;
  const row = store.database.get(`SELECT doc FROM ${tableOf(entry)} WHERE rid = ?`, rid);
  if (!row) return null;
  const bytes = row[0] as Uint8Array;
  return { rid, document: decodeDocument(bytes), bytes };
}

/** Replaces a document. @returns the new one as it was stored, or null when nothing changed. */
export function replaceDocument(
  store: Store,
  entry: CollectionEntry,
  before: Found,
  after: Plain,
): Plain | null {
  const bytes = encodeDocument(after);
  if (Buffer.compare(before.bytes, bytes) === 0) return null;
  const document = decodeDocument(bytes);
  checkDocument(document);
  const old = entriesOf(entry, before.document);
  const entries = entriesOf(entry, document);
  for (const { index, keys } of entries) checkUnique(store, entry, index, keys, before.rid);
  store.database.run(`UPDATE ${tableOf(entry)} SET doc = ? WHERE rid = ?`, bytes, before.rid);
  entries.forEach(({ index, keys, arrays }, at) => {
    noteArrays(store, entry, index, arrays);
    exchangeKeys(store, index, old[at]?.keys ?? [], keys, document._id, before.rid);
  });
  return document;
}

export function deleteDocument(store: Store, entry: CollectionEntry, rid: number, document: Plain): void {
  for (const { index, keys } of entriesOf(entry, document)) {
    for (const key of keys) removeKey(store, index, fullKey(index, key, document._id));
  }
  store.database.run(`DELETE FROM ${tableOf(entry)} WHERE rid = ?`, rid);
}

/** @throws code 11000 when one of the keys belongs to another document than `rid`. */
export function checkUnique(
  store: Store,
  entry: CollectionEntry,
  index: Index,
  keys: IndexKey[],
  rid: number | null,
): void {
  if (!index.isUnique) return;
  for (const { prefix, values } of keys) {
    const { low, high } = rangeOfPrefix(prefix);
    const sql = `SELECT rid FROM ${indexTableOf(index)} WHERE k >= ? AND k < ? AND rid IS NOT ? LIMIT 1`;
    if (!store.database.get(sql, low, high, rid)) continue;
    const keyValue = Object.fromEntries(index.fields.map(({ path }, at) => [path, shownValue(values[at])]));
    throw duplicateKey(entry.name, index.name, keyPattern(index), keyValue);
  }
}

/** An empty array is shown as null, which is what can be said about it. */
function shownValue(value: unknown): unknown {
  return typeof value === 'symbol' ? null : (value ?? null);
}

/** Remembers that a path of the index leads through an array, since plans depend on it. */
export function noteArrays(store: Store, entry: CollectionEntry, index: Index, arrays: boolean[]): void {
  if (arrays.every((isArray, at) => !isArray || index.arrayFields[at])) return;
  index.arrayFields = index.fields.map((_, at) => (index.arrayFields[at] ?? false) || (arrays[at] ?? false));
  store.catalogue.save(entry);
}

export function addKey(store: Store, index: Index, key: Buffer, rid: number): void {
  store.database.run(`INSERT OR REPLACE INTO ${indexTableOf(index)} (k, rid) VALUES (?, ?)`, key, rid);
}

function removeKey(store: Store, index: Index, key: Buffer): void {
  store.database.run(`DELETE FROM ${indexTableOf(index)} WHERE k = ?`, key);
}

function exchangeKeys(
  store: Store,
  index: Index,
  old: IndexKey[],
  fresh: IndexKey[],
  id: unknown,
  rid: number,
): void {
  const gone = new Map(old.map((key) => [key.prefix.toString('latin1'), key]));
  for (const key of fresh) {
    if (!gone.delete(key.prefix.toString('latin1'))) addKey(store, index, fullKey(index, key, id), rid);
  }
  for (const key of gone.values()) removeKey(store, index, fullKey(index, key, id));
}

function entriesOf(entry: CollectionEntry, document: Plain): IndexEntries[] {
  return entry.indexes.map((index) => ({ index, ...indexKeys(index, document) }));
}
