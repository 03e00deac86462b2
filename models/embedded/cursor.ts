import type { Plain } from './bson.ts';
import type { Found } from './documents.ts';
import { explained, refused, withPlace } from './errors.ts';
import { checkOptions } from './options.ts';
import { foundDocuments, parseRead, type ReadRequest } from './reads.ts';
import type { Store } from './store.ts';

/** Reads to the end, giving way whenever the turn has lasted long enough. */
export async function visitAll(
  store: Store,
  request: ReadRequest,
  visit: (found: Found) => void,
): Promise<void> {
  if (store.slice.isSpent()) await store.slice.pause();
  for (const list of foundDocuments(store, request)) {
    for (const found of list) visit(found);
    if (store.slice.isSpent()) await store.slice.pause();
  }
}

export async function readAll(store: Store, request: ReadRequest): Promise<Plain[]> {
  const all: Plain[] = [];
  const { project } = request;
  await visitAll(store, request, ({ document }) => all.push(project ? project(document) : document));
  return all;
}

/** The cursor of `find`: nothing is checked or read before the first document is asked for. */
export function createCursor(store: Store, collection: string, filter: unknown, given: Plain = {}) {
  let options = { ...given };
  let lists: Generator<Found[]> | null = null;
  let request: ReadRequest | null = null;
  let buffered: Plain[] = [];
  let isClosed = false;

  function prepare(): ReadRequest {
    if (request) return request;
    checkOptions('find', options);
    store.checkOpen();
    request = parseRead(collection, 'find', filter, {
      ...options,
      projection: options.projection ?? options.fields,
    });
    return request;
  }

  function shown({ document }: Found): Plain {
    return request?.project ? request.project(document) : document;
  }

  async function fill(): Promise<void> {
    lists ??= foundDocuments(store, prepare());
    while (buffered.length === 0 && !isClosed) {
      if (store.slice.isSpent()) await store.slice.pause();
      const { value, done } = lists.next();
      if (done) isClosed = true;
      else buffered = value.map(shown).reverse();
    }
  }

  async function placed<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw withPlace(explained(error), collection, 'find');
    }
  }

  const cursor = {
    next: () =>
      placed(async () => {
        if (buffered.length === 0) await fill();
        return buffered.pop() ?? null;
      }),
    hasNext: () =>
      placed(async () => {
        if (buffered.length === 0) await fill();
        return buffered.length > 0;
      }),
    toArray: () =>
      placed(async () => {
        if (lists || isClosed) {
          const rest: Plain[] = [];
          for (let next = await cursor.next(); next; next = await cursor.next()) rest.push(next);
          return rest;
        }
        const all = await readAll(store, prepare());
        isClosed = true;
        return all;
      }),
    async forEach(visit: (document: Plain) => unknown) {
      for await (const document of cursor) if (visit(document) === false) return;
    },
    async close() {
      lists?.return(undefined);
      buffered = [];
      isClosed = true;
    },
    rewind() {
      lists?.return(undefined);
      [lists, request, buffered, isClosed] = [null, null, [], false];
    },
    get closed() {
      return isClosed;
    },
    addCursorFlag(flag: string, value: unknown) {
      if (value && flag !== 'noCursorTimeout')
        throw withPlace(refused(`the cursor flag '${flag}'`), collection, 'find');
      return cursor;
    },
    batchSize: () => cursor,
    sort: (sort: unknown) => change({ sort }),
    limit: (limit: number) => change({ limit }),
    skip: (skip: number) => change({ skip }),
    project: (projection: Plain) => change({ projection }),
    async *[Symbol.asyncIterator]() {
      try {
        for (let next = await cursor.next(); next; next = await cursor.next()) yield next;
      } finally {
        await cursor.close();
      }
    },
  };

  function change(more: Plain) {
    options = { ...options, ...more };
    return cursor;
  }

  return cursor;
}

/** What `aggregate` and `watch` return: a cursor whose every use says that there is no such thing here. */
export function createRefusingCursor(error: unknown) {
  const refuse = () => Promise.reject(error);
  return {
    toArray: refuse,
    next: refuse,
    hasNext: refuse,
    close: () => Promise.resolve(),
    addCursorFlag() {
      return this;
    },
    [Symbol.asyncIterator]: () => ({ next: refuse }),
  };
}
