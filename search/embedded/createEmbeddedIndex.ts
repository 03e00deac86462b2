import type { SearchDocument, SearchIndex } from '../searchIndex.ts';
import type { AnalysisSession } from './analysisWorker.ts';
import { indexPath } from './indexFile.ts';
import type { IndexSession } from './indexSession.ts';
import { createWorkerClient } from './workerClient.ts';

/** A page never waits longer than this for the index. */
const READ_DEADLINE_MS = 2_000;
const WRITE_DEADLINE_MS = 60_000;
/** Few enough that a search between two batches of a rebuild or of changes is not held up for long. */
const BATCH = 50;

/** The index in one SQLite file of the data directory, owned by a worker thread. The file may be deleted at any time: it comes back empty. */
export function createEmbeddedIndex({ dataDirectory }: { dataDirectory: string }): SearchIndex {
  const client = createWorkerClient<IndexSession>('./indexWorker.ts', indexPath(dataDirectory));
  const rebuilding = new Map<string, Promise<unknown>>();

  async function build(
    index: Parameters<SearchIndex['rebuild']>[0],
    documents: AsyncIterable<SearchDocument>,
  ): Promise<number> {
    await client.ask('beginRebuild', [index], WRITE_DEADLINE_MS);
    // Of its own, since analysing takes as long as writing, and there may be a second core.
    const analysis = createWorkerClient<AnalysisSession>('./analysisWorker.ts', '');
    try {
      await sendBatches(documents, async (batch, isTurn) => {
        const rows = await analysis.ask('analyse', [batch], WRITE_DEADLINE_MS);
        await isTurn;
        await client.ask('addToRebuild', [index, rows], WRITE_DEADLINE_MS);
      });
      const merge = (isFirst: boolean) => client.ask('mergeRebuild', [index, isFirst], WRITE_DEADLINE_MS);
      for (let isMore = await merge(true); isMore; isMore = await merge(false));
      return await client.ask('finishRebuild', [index], WRITE_DEADLINE_MS);
    } catch (error) {
      await client.ask('abandonRebuild', [index], WRITE_DEADLINE_MS).catch(() => undefined);
      throw error;
    } finally {
      await analysis.close();
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

/** So many batches are on their way at once: one being read, one analysed, one written, one waiting. */
const UNDER_WAY = 3;

/** Sends batches while the next ones are being read. Each is told when those before it have arrived. */
async function sendBatches<Item>(
  items: AsyncIterable<Item>,
  send: (batch: Item[], isTurn: Promise<unknown>) => Promise<void>,
): Promise<void> {
  let sending: Promise<void>[] = [];
  const add = (batch: Item[]) => {
    const sent = send(batch, sending.at(-1) ?? Promise.resolve());
    sent.catch(() => undefined);
    sending = [...sending, sent];
  };
  let batch: Item[] = [];
  try {
    for await (const item of items) {
      batch.push(item);
      if (batch.length < BATCH) continue;
      add(batch);
      batch = [];
      if (sending.length >= UNDER_WAY) await sending.shift();
    }
    if (batch.length > 0) add(batch);
  } finally {
    await Promise.all(sending);
  }
}
