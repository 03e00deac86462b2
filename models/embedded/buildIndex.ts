import { asStored, decodeDocument, type Plain } from './bson.ts';
import { type CollectionEntry, indexTableOf, tableOf } from './catalogue.ts';
import { addKey, checkUnique, fullKey, noteArrays } from './documents.ts';
import { storeError } from './errors.ts';
import { type Index, indexKeys, keyPattern, parseIndex } from './indexes.ts';
import { ID_INDEX } from './plan.ts';
import { rowsAfter } from './scan.ts';
import type { Store } from './store.ts';

const CHUNK = 200;

/**
 * Makes an index, or finds it there already. Existing documents are taken in by chunks while the store
 * is in use; until all are in, the index is kept up to date but not read. @returns its name
 */
export async function createIndex(
  store: Store,
  collection: string,
  given: unknown,
  options: Plain = {},
): Promise<string> {
  const wanted = parseIndex(asStored(given), options);
  if (isIdIndex(wanted)) return ID_INDEX.name;
  const index = await store.write(() => declareIndex(store, store.catalogue.ensure(collection), wanted));
  if (index.isReady) return index.name;
  try {
    let last: number | null = 0;
    while (last !== null) {
      const from: number = last;
      last = await store.write(() => fillChunk(store, collection, index.name, from));
    }
  } catch (error) {
    await store.write(() => removeIndex(store, collection, index.name));
    throw error;
  }
  return index.name;
}

type WantedIndex = ReturnType<typeof parseIndex>;

function isIdIndex({ fields }: WantedIndex): boolean {
  return fields.length === 1 && fields[0]?.path === '_id';
}

function declareIndex(store: Store, entry: CollectionEntry, wanted: WantedIndex): Index {
  const sameKey = entry.indexes.find((index) => isSameKey(index, wanted));
  const existing = sameKey ?? entry.indexes.find(({ name }) => name === wanted.name);
  if (existing) {
    if (!sameKey)
      throw storeError(86, 'IndexKeySpecsConflict', `the index '${existing.name}' has other fields`);
    const isSame = existing.isUnique === wanted.isUnique && existing.isSparse === wanted.isSparse;
    if (isSame && existing.name === wanted.name) return existing;
    throw storeError(
      85,
      'IndexOptionsConflict',
      `the index '${existing.name}' exists with another name or options`,
    );
  }
  const index: Index = {
    ...wanted,
    number: store.catalogue.nextNumber(),
    isReady: false,
    arrayFields: wanted.fields.map(() => false),
  };
  store.database.exec(
    `CREATE TABLE ${indexTableOf(index)} (k BLOB PRIMARY KEY, rid INTEGER NOT NULL) WITHOUT ROWID`,
  );
  entry.indexes.push(index);
  // An empty collection has nothing to take in.
  index.isReady = store.database.get(`SELECT 1 FROM ${tableOf(entry)} LIMIT 1`) === undefined;
  store.catalogue.save(entry);
  return index;
}

function isSameKey(index: Index, wanted: WantedIndex): boolean {
  return JSON.stringify(index.fields) === JSON.stringify(wanted.fields);
}

/** Takes in some documents. @returns the last one's number, or null when the index is complete. */
function fillChunk(store: Store, collection: string, name: string, after: number): number | null {
  const entry = store.catalogue.find(collection);
  const index = entry?.indexes.find((other) => other.name === name);
  if (!entry || !index)
    throw storeError(276, 'IndexBuildAborted', `the index '${name}' was dropped while it was built`);
  const rows = rowsAfter(store.database, entry, after, CHUNK);
  for (const { rid, bytes } of rows) {
    const document = decodeDocument(bytes);
    const { keys, arrays } = indexKeys(index, document);
    checkUnique(store, entry, index, keys, rid);
    noteArrays(store, entry, index, arrays);
    for (const key of keys) addKey(store, index, fullKey(index, key, document._id), rid);
  }
  const last = rows.at(-1);
  if (last && rows.length === CHUNK) return last.rid;
  index.isReady = true;
  store.catalogue.save(entry);
  return null;
}

export function removeIndex(store: Store, collection: string, name: string): void {
  const entry = store.catalogue.find(collection);
  const index = entry?.indexes.find((other) => other.name === name);
  if (!entry || !index) throw storeError(27, 'IndexNotFound', `index not found with name [${name}]`);
  store.database.exec(`DROP TABLE ${indexTableOf(index)}`);
  entry.indexes = entry.indexes.filter((other) => other !== index);
  store.catalogue.save(entry);
}

/** The indexes in the form MongoDB lists them; `unfinished` marks those that are filled or whose filling broke off. */
export function listedIndexes(entry: CollectionEntry): Plain[] {
  return [ID_INDEX, ...entry.indexes].map((index) => ({
    v: 2,
    key: keyPattern(index),
    name: index.name,
    ...(index.isUnique && index !== ID_INDEX ? { unique: true } : {}),
    ...(index.isSparse ? { sparse: true } : {}),
    ...(index.isReady ? {} : { unfinished: true }),
  }));
}
