import type { DatabaseSync } from 'node:sqlite';
import type { FindRequest, IndexName, IndexState, Probe, SearchChange } from '../searchIndex.ts';
import { findListings } from './findListings.ts';
import { openIndexFile } from './indexFile.ts';
import type { IndexRow } from './indexRow.ts';
import { createLiveIndex, type LiveIndex } from './liveIndex.ts';
import { probeListings } from './probeListings.ts';

const BATCHES_EACH_COMMIT = 40;

export const INDEX_NAMES: readonly IndexName[] = ['public', 'matching'];

/**
 * Both indexes in one file, for use by one thread. Everything is synchronous; rebuilding is cut into calls
 * so that searches get in between.
 */
export function openIndexSession(path: string) {
  const database = openIndexFile(path);
  const indexes = new Map(INDEX_NAMES.map((name) => [name, createLiveIndex(database, name)]));
  const writtenElsewhere = createWatch(database);

  function indexNamed(name: IndexName): LiveIndex {
    const index = indexes.get(name);
    if (!index) throw new TypeError(`There is no index ${name}.`);
    return index;
  }

  function refresh(): void {
    if (writtenElsewhere()) for (const index of indexes.values()) index.reload();
  }

  /** Rebuilding gathers several batches in one transaction, since each commit writes a segment to be merged later. */
  let unfinished = 0;

  function commit(): void {
    if (database.isTransaction) database.exec('commit');
    unfinished = 0;
  }

  function write<Result>(change: () => Result, isUnfinished = false): Result {
    // What fails here must not undo batches of a rebuild that went well.
    if (!isUnfinished) commit();
    if (!database.isTransaction) database.exec('begin immediate');
    try {
      refresh();
      const result = change();
      unfinished += 1;
      if (!isUnfinished || unfinished >= BATCHES_EACH_COMMIT) commit();
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      unfinished = 0;
      for (const index of indexes.values()) index.reload();
      throw error;
    }
  }

  function read<Result>(name: IndexName, answer: (index: LiveIndex) => Result): Result {
    refresh();
    return answer(indexNamed(name));
  }

  return {
    apply: (name: IndexName, changes: SearchChange[]) => write(() => indexNamed(name).apply(changes)),
    find: (request: FindRequest) =>
      read(request.index, (index) => findListings(index.generation(), index.rows(), request)),
    probe: (name: IndexName, probes: Probe[]) =>
      read(name, (index) => probeListings(index.generation(), index.rows(), probes)),
    compare: (name: IndexName, after: string, limit: number) =>
      read(name, (index) => index.generation().compare(after, limit)),
    beginRebuild: (name: IndexName) => write(() => indexNamed(name).beginRebuild()),
    addToRebuild: (name: IndexName, rows: IndexRow[]) =>
      write(() => indexNamed(name).addToRebuild(rows), true),
    mergeRebuild: (name: IndexName, isFirst: boolean) => write(() => indexNamed(name).mergeRebuild(isFirst)),
    finishRebuild: (name: IndexName) => write(() => indexNamed(name).finishRebuild()),
    abandonRebuild: (name: IndexName) => write(() => indexNamed(name).abandonRebuild()),
    state(): IndexState {
      refresh();
      const versions = new Set([...indexes.values()].map((index) => index.version()));
      return {
        isHealthy: true,
        documents: {
          public: indexNamed('public').generation().columns().size(),
          matching: indexNamed('matching').generation().columns().size(),
        },
        engine: 'embedded',
        version: versions.size === 1 ? ([...versions][0] ?? '') : '',
      };
    },
    close: () => database.close(),
  };
}

export type IndexSession = ReturnType<typeof openIndexSession>;

/** Says whether another connection wrote since the last question. */
function createWatch(database: DatabaseSync): () => boolean {
  const version = database.prepare('pragma data_version');
  const read = () => Number(version.get()?.data_version);
  let seen = read();
  return () => {
    const now = read();
    const isChanged = now !== seen;
    seen = now;
    return isChanged;
  };
}
