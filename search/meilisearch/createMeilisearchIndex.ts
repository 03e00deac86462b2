import { compareIds } from '../ranking.ts';
import type { IndexName, IndexState, SearchIndex } from '../searchIndex.ts';
import { afterOrder } from './filterExpression.ts';
import { findInMeilisearch } from './findInMeilisearch.ts';
import { idOrder } from './idOrder.ts';
import { applyChanges } from './meiliChanges.ts';
import {
  createMeiliConnection,
  engineCode,
  INDEX_NOT_FOUND,
  type MeiliConnection,
  type MeiliSettings,
} from './meiliConnection.ts';
import { createIndex, prepareIndex, uidsOf, VERSIONS_UID } from './meiliIndexes.ts';
import { rebuildIndex } from './meiliRebuild.ts';
import { probeMeilisearch } from './probeMeilisearch.ts';

const INDEXES: readonly IndexName[] = ['public', 'matching'];

/** The index in Meilisearch. Indexes and settings are made on first use, also after the engine lost them. */
export function createMeilisearchIndex(settings: MeiliSettings): SearchIndex {
  const connection = createMeiliConnection(settings);
  let preparation: Promise<void> | null = null;

  function prepared(): Promise<void> {
    preparation ??= prepareAll(connection).catch((error: unknown) => {
      preparation = null;
      throw error;
    });
    return preparation;
  }

  /** An engine that lost its indexes gets them again, empty; state() then says that a rebuild is due. */
  async function once<Result>(work: () => Promise<Result>): Promise<Result> {
    await prepared();
    try {
      return await work();
    } catch (error) {
      if (engineCode(error) !== INDEX_NOT_FOUND) throw error;
      preparation = null;
      await prepared();
      return work();
    }
  }

  return {
    apply: (index, changes) => once(() => applyChanges(connection, index, changes)),
    find: (request) => once(() => findInMeilisearch(connection, request)),
    probe: (index, probes) => once(() => probeMeilisearch(connection, index, probes)),
    compare: (index, after, limit) => once(() => compareFrom(connection, index, after, limit)),
    rebuild: (index, documents) => once(() => rebuildIndex(connection, index, documents)),
    state: () => once(() => readState(connection)),
    async close() {},
  };
}

async function prepareAll(connection: MeiliConnection): Promise<void> {
  await createIndex(connection, VERSIONS_UID);
  for (const index of INDEXES) await prepareIndex(connection, uidsOf(index).live);
}

async function compareFrom(connection: MeiliConnection, index: IndexName, after: string, limit: number) {
  const [result] = await connection.search([
    {
      indexUid: uidsOf(index).live,
      q: '',
      filter: afterOrder(idOrder(after)),
      sort: ['id:asc'],
      // One more, since the last one seen comes along.
      limit: limit + 1,
      attributesToRetrieve: ['id', 'revision'],
    },
  ]);
  return (result?.hits ?? [])
    .map(({ id, revision = 0 }) => ({ id, revision }))
    .filter(({ id }) => compareIds(id, after) > 0)
    .slice(0, limit);
}

async function readState(connection: MeiliConnection): Promise<IndexState> {
  const { results: versions } = await connection.ask((client) =>
    client.index<{ id: string; version: string }>(VERSIONS_UID).getDocuments({ limit: INDEXES.length }),
  );
  const [documents, matching] = await Promise.all(INDEXES.map((index) => countDocuments(connection, index)));
  const known = new Set(INDEXES.map((index) => versions.find(({ id }) => id === index)?.version ?? ''));
  return {
    isHealthy: true,
    documents: { public: documents ?? 0, matching: matching ?? 0 },
    engine: 'meilisearch',
    version: known.size === 1 ? ([...known][0] ?? '') : '',
  };
}

async function countDocuments(connection: MeiliConnection, index: IndexName): Promise<number> {
  const { numberOfDocuments } = await connection.ask((client) => client.index(uidsOf(index).live).getStats());
  return numberOfDocuments;
}
