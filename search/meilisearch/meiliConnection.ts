import {
  type EnqueuedTaskPromise,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
  type MultiSearchQuery,
  type MultiSearchResult,
} from 'meilisearch';
import { SearchUnavailable } from '../searchIndex.ts';
import type { MeiliDocument } from './meiliDocument.ts';

export interface MeiliSettings {
  host: string;
  /** May search; pages need no more. */
  searchKey?: string;
  /** May write documents, settings and indexes. */
  writeKey?: string;
}

const READ_TIMEOUT_MS = 2_000;
const WRITE_TIMEOUT_MS = 30_000;
const TASK_TIMEOUT_MS = 10 * 60_000;
const TASK_INTERVAL_MS = 20;

export type MeiliHit = Partial<MeiliDocument> & { id: string; _rankingScore?: number };
export type MeiliResult = MultiSearchResult<MeiliHit>;

/** The two ways to the engine: with the key that searches, and with the one that writes. */
export function createMeiliConnection({ host, searchKey, writeKey }: MeiliSettings) {
  const reader = new Meilisearch({
    host,
    timeout: READ_TIMEOUT_MS,
    ...(searchKey !== undefined && { apiKey: searchKey }),
  });
  const writer = new Meilisearch({
    host,
    timeout: WRITE_TIMEOUT_MS,
    ...(writeKey !== undefined && { apiKey: writeKey }),
  });

  return {
    writer,
    /** Several searches in one request; one result a query. */
    async search(queries: MultiSearchQuery[]): Promise<MeiliResult[]> {
      if (queries.length === 0) return [];
      const { results } = await available(() =>
        reader.multiSearch<{ queries: MultiSearchQuery[] }, MeiliHit>({ queries }),
      );
      return results;
    },
    /** Asks the engine with the key that writes. */
    ask: <Result>(question: (client: Meilisearch) => Promise<Result>): Promise<Result> =>
      available(() => question(writer)),
    /** Orders a change and waits until it is done. A task that failed is an error with the engine's reason. */
    async change(order: (client: Meilisearch) => EnqueuedTaskPromise): Promise<void> {
      const task = await available(() =>
        order(writer).waitTask({ timeout: TASK_TIMEOUT_MS, interval: TASK_INTERVAL_MS }),
      );
      if (task.status !== 'succeeded') {
        throw new Error(
          `Meilisearch ${task.type} ${task.uid} ${task.status}: ${task.error?.message ?? 'no reason given'}`,
        );
      }
    },
  };
}

export type MeiliConnection = ReturnType<typeof createMeiliConnection>;

/** The code the engine gives for an index that is not there. */
export const INDEX_NOT_FOUND = 'index_not_found';

/** The engine's own code of an error, when it gave one. */
export function engineCode(error: unknown): string | undefined {
  const cause =
    error instanceof MeilisearchApiError ? error : error instanceof Error ? error.cause : undefined;
  return cause instanceof MeilisearchApiError ? cause.cause?.code : undefined;
}

async function available<Result>(request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    if (isUnavailable(error)) throw new SearchUnavailable(error.message, { cause: error });
    throw error;
  }
}

function isUnavailable(error: unknown): error is Error {
  if (error instanceof MeilisearchApiError)
    return error.response.status >= 500 || error.response.status === 429;
  return (
    error instanceof MeilisearchRequestError ||
    error instanceof MeilisearchRequestTimeOutError ||
    error instanceof MeilisearchTaskTimeOutError
  );
}
