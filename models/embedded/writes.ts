import { asStored, decodeDocument, type Plain } from './bson.ts';
import {
  deleteDocument,
  type Found,
  findByRid,
  insertDocument,
  prepareDocument,
  replaceDocument,
} from './documents.ts';
import { checkOptions } from './options.ts';
import { parseProjection } from './project.ts';
import { firstFound, parseRead, type ReadRequest } from './reads.ts';
import type { Store } from './store.ts';
import { applyUpdate, parseReplacement, parseUpdate, type Update, upsertedDocument } from './update.ts';

export interface UpdateResult {
  acknowledged: true;
  matchedCount: number;
  modifiedCount: number;
  upsertedCount: number;
  upsertedId: unknown;
}

/** A checked write of one document, to be run inside a transaction. */
export type Work<T> = () => T;

/** @returns the work that inserts one document; the document gets its `_id` at once. */
export function insertWork(
  store: Store,
  collection: string,
  given: Plain,
): Work<{ acknowledged: true; insertedId: unknown }> {
  const { document, bytes } = prepareDocument(given);
  return () => {
    insertDocument(store, store.catalogue.ensure(collection), document, bytes);
    return { acknowledged: true, insertedId: given._id };
  };
}

interface Changed {
  before: Plain | null;
  after: Plain | null;
  isModified: boolean;
  isUpserted: boolean;
}

/** Changes the first document of the request, or inserts one when `isUpsert` and there is none. */
function changeFirst(store: Store, request: ReadRequest, update: Update, isUpsert: boolean): Changed {
  const found = firstFound(store, request);
  if (found) return changeFound(store, request, found, update);
  if (!isUpsert) return { before: null, after: null, isModified: false, isUpserted: false };
  const { document, bytes } = prepareDocument(asStored(upsertedDocument(request.condition, update)));
  insertDocument(store, store.catalogue.ensure(request.collection), document, bytes);
  return { before: null, after: document, isModified: false, isUpserted: true };
}

function changeFound(store: Store, request: ReadRequest, found: Found, update: Update): Changed {
  const entry = store.catalogue.ensure(request.collection);
  // Operators change in place what they are given, so that is a second copy.
  const changed = replaceDocument(store, entry, found, applyUpdate(decodeDocument(found.bytes), update));
  return {
    before: found.document,
    after: changed ?? found.document,
    isModified: changed !== null,
    isUpserted: false,
  };
}

export function updateWork(
  store: Store,
  collection: string,
  operation: string,
  { filter, update, options = {} }: { filter: unknown; update: unknown; options?: Plain },
): Work<UpdateResult> {
  checkOptions('update', options);
  const request = parseRead(collection, operation, filter, options);
  const parsed =
    operation === 'replaceOne' ? parseReplacement(asStored(update)) : parseUpdate(asStored(update));
  return () => updateResult(changeFirst(store, request, parsed, options.upsert === true));
}

function updateResult({ before, after, isModified, isUpserted }: Changed): UpdateResult {
  return {
    acknowledged: true,
    matchedCount: before ? 1 : 0,
    modifiedCount: isModified ? 1 : 0,
    upsertedCount: isUpserted ? 1 : 0,
    upsertedId: isUpserted ? after?._id : null,
  };
}

export function deleteWork(store: Store, collection: string, filter: unknown, options: Plain = {}) {
  checkOptions('none', options);
  const request = parseRead(collection, 'deleteOne', filter);
  return (): { acknowledged: true; deletedCount: number } => {
    const found = firstFound(store, request);
    if (found) deleteDocument(store, store.catalogue.ensure(collection), found.rid, found.document);
    return { acknowledged: true, deletedCount: found ? 1 : 0 };
  };
}

/** findOneAndUpdate, findOneAndReplace and findOneAndDelete: the document before or after, or null. */
export function findAndModifyWork(
  store: Store,
  collection: string,
  operation: 'findOneAndUpdate' | 'findOneAndReplace' | 'findOneAndDelete',
  { filter, update, options = {} }: { filter: unknown; update?: unknown; options?: Plain },
): Work<unknown> {
  checkOptions('findAndModify', options);
  const request = parseRead(collection, operation, filter, { sort: options.sort });
  const project = parseProjection(options.projection ?? options.fields);
  const shown = (document: Plain | null) => (document && project ? project.of(document) : document);
  if (operation === 'findOneAndDelete') {
    return () => {
      const found = firstFound(store, request);
      if (found) deleteDocument(store, store.catalogue.ensure(collection), found.rid, found.document);
      const value = shown(found?.document ?? null);
      return options.includeResultMetadata ? { value, ok: 1, lastErrorObject: { n: found ? 1 : 0 } } : value;
    };
  }
  const parsed =
    operation === 'findOneAndUpdate' ? parseUpdate(asStored(update)) : parseReplacement(asStored(update));
  const isAfter =
    options.returnDocument === 'after' || options.returnOriginal === false || options.new === true;
  return () => {
    const changed = changeFirst(store, request, parsed, options.upsert === true);
    const value = shown(isAfter ? changed.after : changed.before);
    if (!options.includeResultMetadata) return value;
    const upserted = changed.isUpserted ? { upserted: changed.after?._id } : {};
    const n = changed.before || changed.isUpserted ? 1 : 0;
    return { value, ok: 1, lastErrorObject: { n, updatedExisting: changed.before !== null, ...upserted } };
  };
}

/** How many documents a write of many changes in one task; others get their turn in between. */
const CHUNK = 100;

/**
 * Changes all documents of a request. They are found first and looked at again in the transaction that
 * changes them, so a document is changed at most once and only while it still matches.
 */
export async function changeMany(
  store: Store,
  request: ReadRequest,
  rids: number[],
  change: (found: Found) => boolean,
): Promise<{ matched: number; modified: number }> {
  const total = { matched: 0, modified: 0 };
  for (let at = 0; at < rids.length; at += CHUNK) {
    await store.write(() => {
      for (const rid of rids.slice(at, at + CHUNK)) {
        const found = findByRid(store, request.collection, rid);
        if (!found || !request.matches(found.document)) continue;
        total.matched++;
        if (change(found)) total.modified++;
      }
    });
  }
  return total;
}
