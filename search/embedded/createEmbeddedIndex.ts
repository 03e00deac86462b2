import type { SearchDocument, SearchIndex } from '../searchIndex.ts';
import { indexPath } from './indexFile.ts';
import { createWorkerClient } from './workerClient.ts';

/** A page never waits longer than this for the index. */
const READ_DEADLINE_MS = 2_000;
const WRITE_DEADLINE_MS = 60_000;
/** Few enough that a search between two batches of a rebuild or of changes is not held up for long. */
const BATCH = 50;

/** The index in one SQLite file of the data directory, owned by a worker thread. The file may be deleted at any time: it comes back empty. */
export function createEmbeddedIndex({ dataDirectory }: { dataDirectory: string }): SearchIndex {
  const client = createWorkerClient(indexPath(dataDirectory));
  const rebuilding = new Map<string, Promise<unknown>>();

  async function build(
    index: Parameters<SearchIndex['rebuild']>[0],
    documents: AsyncIterable<SearchDocument>,
  ): Promise<number> {
    await client.ask('beginRebuild', [index], WRITE_DEADLINE_MS);
    try {
      await sendBatches(documents, (batch) => client.ask('addToRebuild', [index, batch], WRITE_DEADLINE_MS));
      return await client.ask('finishRebuild', [index], WRITE_DEADLINE_MS);
    } catch (error) {
      await client.ask('abandonRebuild', [index], WRITE_DEADLINE_MS).catch(() => undefined);
      throw error;
    }
  }

  return {
    async apply(index, changes) {
      for (let at = 0; at < changes.length; at += BATCH) {
        await client.ask('apply', [index, changes.slice(at, at + BATCH)], WRITE_DEADLINE_MS);
      }
    },
    find: (request) => client.ask('find', [request], READ_DEADLINE_MS),
    probe: (index, probes) => client.ask('probe', [index, probes], READ_DEADLINE_MS * 5),
    compare: (index, after, limit) => client.ask('compare', [index, after, limit], READ_DEADLINE_MS * 5),
    /** One rebuild of an index after another: a second one waits for the first. */
    rebuild(index, documents) {
      const before = rebuilding.get(index) ?? Promise.resolve();
      const result = before.catch(() => undefined).then(() => build(index, documents));
      rebuilding.set(index, result);
      return result;
    },
    state: () => client.ask('state', [], READ_DEADLINE_MS * 5),
    close: () => client.close(),
  };
}

/** Sends batches while the next one is being read, one ahead of the worker at most. */
async function sendBatches<Item>(
  items: AsyncIterable<Item>,
  send: (batch: Item[]) => Promise<void>,
): Promise<void> {
  let sending: Promise<void> = Promise.resolve();
  let batch: Item[] = [];
  try {
    for await (const item of items) {
      batch.push(item);
      if (batch.length < BATCH) continue;
      await sending;
      sending = send(batch);
      sending.catch(() => undefined);
      batch = [];
    }
  } finally {
    await sending;
  }
  if (batch.length > 0) await send(batch);
}
