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
  await visitAll(store, request, ({ document }) => all.push(document));
  return all;
}

interface CursorParts {
  store: Store;
  collection: string;
  filter: unknown;
  options: Plain;
}

/** The documents of a `find`, one at a time or all; nothing is checked or read before the first is asked for. */
function createSource({ store, collection, filter, options }: CursorParts) {
  let request: ReadRequest | null = null;
  let lists: Generator<Found[]> | null = null;
  let buffered: Plain[] = [];
  let isClosed = false;

  function prepare(): ReadRequest {
    checkOptions('find', options);
    store.checkOpen();
    const projection = options.projection ?? options.fields;
    request ??= parseRead(collection, 'find', filter, { ...options, projection });
    return request;
  }

  async function fill(): Promise<void> {
    lists ??= foundDocuments(store, prepare());
    while (buffered.length === 0 && !isClosed) {
      if (store.slice.isSpent()) await store.slice.pause();
      const { value, done } = lists.next();
      if (done) isClosed = true;
      else buffered = value.map(({ document }) => document).reverse();
    }
  }

  return {
    isClosed: () => isClosed,
    isStarted: () => lists !== null,
    async hasNext(): Promise<boolean> {
      if (buffered.length === 0 && !isClosed) await fill();
      return buffered.length > 0;
    },
    next: () => buffered.pop() ?? null,
    /** Everything, when nothing was read yet. */
    async all(): Promise<Plain[]> {
      const all = isClosed ? [] : await readAll(store, prepare());
      isClosed = true;
      return all;
    },
    close(): void {
      lists?.return(undefined);
      buffered = [];
      isClosed = true;
    },
  };
}

/** The cursor of `find`, as the driver of MongoDB has it. */
export function createCursor(store: Store, collection: string, filter: unknown, given: Plain = {}) {
  const options = { ...given };
  const create = () => createSource({ store, collection, filter, options });
  const placed = <T>(work: Promise<T>) =>
    work.catch((error: unknown): never => {
      throw withPlace(explained(error), collection, 'find');
    });
  let source = create();

  const cursor = {
    hasNext: () => placed(source.hasNext()),
    next: async () => ((await cursor.hasNext()) ? source.next() : null),
    toArray: () => (source.isStarted() ? drained(cursor) : placed(source.all())),
    close: async () => source.close(),
    rewind() {
      source.close();
      source = create();
    },
    get closed() {
      return source.isClosed();
    },
    addCursorFlag(flag: string, value: unknown) {
      if (value && flag !== 'noCursorTimeout')
        throw withPlace(refused(`the cursor flag '${flag}'`), collection, 'find');
      return cursor;
    },
    batchSize: () => cursor,
    sort: (sort: unknown) => Object.assign(options, { sort }) && cursor,
    limit: (limit: number) => Object.assign(options, { limit }) && cursor,
    skip: (skip: number) => Object.assign(options, { skip }) && cursor,
    project: (projection: Plain) => Object.assign(options, { projection }) && cursor,
    [Symbol.asyncIterator]: () => iterate(cursor),
  };
  return cursor;
}

interface Iterated {
  next(): Promise<Plain | null>;
  close(): Promise<void>;
}

async function* iterate(cursor: Iterated): AsyncGenerator<Plain> {
  try {
    for (let next = await cursor.next(); next; next = await cursor.next()) yield next;
  } finally {
    await cursor.close();
  }
}

async function drained(cursor: Iterated): Promise<Plain[]> {
  const rest: Plain[] = [];
  for await (const document of iterate(cursor)) rest.push(document);
  return rest;
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
