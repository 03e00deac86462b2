import mongoose from 'mongoose';
import { asStored, decodeDocument, type Plain } from './bson.ts';
import { createIndex, listedIndexes, removeIndex } from './buildIndex.ts';
import { bulkWrite, insertMany, type ManyOperations } from './bulk.ts';
import { readById, soleId } from './byId.ts';
import { createCursor, createRefusingCursor, readAll, visitAll } from './cursor.ts';
import { deleteDocument, replaceDocument } from './documents.ts';
import { explained, refused, storeError, withPlace } from './errors.ts';
import { encodeValue } from './keys.ts';
import { hasValueAt } from './match.ts';
import { checkOptions } from './options.ts';
import { parseProjection } from './project.ts';
import { countByIndex, parseRead, type ReadRequest } from './reads.ts';
import type { Store } from './store.ts';
import { applyUpdate, parseUpdate } from './update.ts';
import {
  changeMany,
  deleteWork,
  findAndModifyWork,
  insertWork,
  type UpdateResult,
  updateWork,
} from './writes.ts';

type Operations = Record<string, (...parameters: never[]) => unknown>;

/**
 * The collection Mongoose calls, with the methods of the driver of MongoDB. Those that are not
 * supported are there too and refuse with an error that names collection and method.
 */
export function createCollection(store: Store, name: string) {
  const operations: Operations = {
    ...readOperations(store, name),
    ...writeOperations(store, name),
    ...indexOperations(store, name),
  };
  const collection: Record<string, unknown> = { collectionName: name, name, namespace: `store.${name}` };
  for (const method of Object.getOwnPropertyNames(mongoose.mongo.Collection.prototype)) {
    if (method === 'constructor' || method in collection) continue;
    const operation = operations[method] as ((...parameters: unknown[]) => unknown) | undefined;
    collection[method] =
      operation && (method === 'find' || method === 'listIndexes')
        ? operation
        : guarded(store, name, method, operation);
  }
  const noCursor = (method: string) => () =>
    createRefusingCursor(withPlace(refused('this operation'), name, method));
  for (const method of ['aggregate', 'watch', 'listSearchIndexes']) collection[method] = noCursor(method);
  return collection;
}

function guarded(
  store: Store,
  name: string,
  method: string,
  operation?: (...parameters: unknown[]) => unknown,
) {
  return async (...parameters: unknown[]) => {
    try {
      if (!operation) throw refused('this operation');
      store.checkOpen();
      return await operation(...parameters);
    } catch (error) {
      throw withPlace(explained(error), name, method);
    }
  };
}

function readOperations(store: Store, name: string): Operations {
  return {
    find: (filter: unknown, options: Plain = {}) => createCursor(store, name, filter, options),
    async findOne(filter: unknown, options: Plain = {}) {
      checkOptions('find', options);
      const projection = options.projection ?? options.fields;
      const id = soleId(filter);
      if (id !== null && !options.skip && !options.sort) {
        if (store.slice.isSpent()) await store.slice.pause();
        const document = readById(store, name, id, parseProjection(projection));
        if (document !== undefined) return document;
      }
      const request = parseRead(name, 'findOne', filter, { ...options, projection, limit: 1 });
      const [found = null] = await readAll(store, request);
      return found;
    },
    async countDocuments(filter: unknown, options: Plain = {}) {
      checkOptions('count', options);
      const request = parseRead(name, 'countDocuments', filter, options);
      const isPart = request.skip > 0 || request.limit !== Number.POSITIVE_INFINITY;
      const counted = isPart ? null : countByIndex(store, request);
      return counted ?? (await ridsOf(store, request)).length;
    },
    estimatedDocumentCount: (options: Plain = {}) => {
      checkOptions('none', options);
      return countByIndex(store, parseRead(name, 'estimatedDocumentCount', {})) ?? 0;
    },
    async distinct(path: string, filter: unknown, options: Plain = {}) {
      checkOptions('none', options);
      const values = new Map<string, unknown>();
      await visitAll(store, parseRead(name, 'distinct', filter), ({ document }) => {
        hasValueAt(document, path.split('.'), 0, (value) => noteValue(values, value), true);
      });
      return [...values.values()];
    },
  };
}

/** Which documents a request finds, without keeping them. */
async function ridsOf(store: Store, request: ReadRequest): Promise<number[]> {
  const rids: number[] = [];
  await visitAll(store, request, ({ rid }) => rids.push(rid));
  return rids;
}

/** Collects values; always false, so that the search for more goes on. */
function noteValue(values: Map<string, unknown>, value: unknown): boolean {
  if (typeof value !== 'symbol' && !Array.isArray(value))
    values.set(encodeValue(value).toString('latin1'), value);
  return false;
}

function writeOperations(store: Store, name: string): Operations {
  const many = manyOperations(store, name);
  return {
    ...many,
    insertOne(document: Plain, options: Plain = {}) {
      checkOptions('none', options);
      return store.write(insertWork(store, name, document));
    },
    insertMany: (documents: unknown, options: Plain = {}) => insertMany(store, name, documents, options),
    updateOne: (filter: unknown, update: unknown, options: Plain = {}) =>
      store.write(updateWork(store, name, 'updateOne', { filter, update, options })),
    replaceOne: (filter: unknown, update: unknown, options: Plain = {}) =>
      store.write(updateWork(store, name, 'replaceOne', { filter, update, options })),
    deleteOne: (filter: unknown, options: Plain = {}) =>
      store.write(deleteWork(store, name, filter, options)),
    findOneAndUpdate: (filter: unknown, update: unknown, options: Plain = {}) =>
      store.write(findAndModifyWork(store, name, 'findOneAndUpdate', { filter, update, options })),
    findOneAndReplace: (filter: unknown, update: unknown, options: Plain = {}) =>
      store.write(findAndModifyWork(store, name, 'findOneAndReplace', { filter, update, options })),
    findOneAndDelete: (filter: unknown, options: Plain = {}) =>
      store.write(findAndModifyWork(store, name, 'findOneAndDelete', { filter, options })),
    bulkWrite: (operations: unknown, options: Plain = {}) =>
      bulkWrite(store, name, operations, options, many),
  };
}

function manyOperations(store: Store, name: string): Operations & ManyOperations {
  return {
    async updateMany(filter: unknown, update: unknown, options: Plain = {}): Promise<UpdateResult> {
      checkOptions('update', options);
      const request = parseRead(name, 'updateMany', filter);
      const parsed = parseUpdate(asStored(update));
      const rids = await ridsOf(store, request);
      if (rids.length === 0 && options.upsert === true) {
        return store.write(updateWork(store, name, 'updateOne', { filter, update, options }));
      }
      const { matched, modified } = await changeMany(store, request, rids, (found) => {
        const after = applyUpdate(decodeDocument(found.bytes), parsed);
        return replaceDocument(store, store.catalogue.ensure(name), found, after) !== null;
      });
      return {
        acknowledged: true,
        matchedCount: matched,
        modifiedCount: modified,
        upsertedCount: 0,
        upsertedId: null,
      };
    },
    async deleteMany(filter: unknown, options: Plain = {}) {
      checkOptions('none', options);
      const request = parseRead(name, 'deleteMany', filter);
      const rids = await ridsOf(store, request);
      const { modified } = await changeMany(store, request, rids, (found) => {
        deleteDocument(store, store.catalogue.ensure(name), found.rid, found.document);
        return true;
      });
      return { acknowledged: true, deletedCount: modified };
    },
  };
}

function indexOperations(store: Store, name: string): Operations {
  return {
    createIndex: (fields: unknown, options: Plain = {}) => createIndex(store, name, fields, options),
    dropIndex: (index: string) => store.write(() => removeIndex(store, name, index)),
    listIndexes: () => ({
      async toArray() {
        store.checkOpen();
        store.catalogue.refresh();
        const entry = store.catalogue.find(name);
        if (!entry) throw storeError(26, 'NamespaceNotFound', `ns does not exist: ${name}`);
        return listedIndexes(entry);
      },
    }),
    drop: () => store.write(() => dropCollection(store, name)),
  };
}

/** @returns whether there was such a collection. */
export function dropCollection(store: Store, name: string): boolean {
  const entry = store.catalogue.find(name);
  if (entry) store.catalogue.remove(entry);
  return entry !== undefined;
}
