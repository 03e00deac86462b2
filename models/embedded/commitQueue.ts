import type { Catalogue } from './catalogue.ts';
import type { Database } from './database.ts';
import { explained, isBusy, isSqliteError, storeError } from './errors.ts';

/** Work on the store in one transaction; longer batches would keep other processes waiting. */
const BATCH_MS = 8;
/** How long another process may keep the lock before a write is given up. */
const PATIENCE_MS = 15_000;

interface Task {
  run: () => unknown;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

type Outcome = { task: Task; value: unknown } | { task: Task; error: unknown };

interface QueueParts {
  database: Database;
  catalogue: Pick<Catalogue, 'refresh' | 'invalidate'>;
}

/**
 * Group commit: the writes of one turn share one transaction and one fsync, and none is acknowledged
 * before that. A task that throws is rejected alone; it checks before it writes.
 */
export function createCommitQueue({ database, catalogue }: QueueParts) {
  const tasks: Task[] = [];
  const lock = createLock(database);
  let isScheduled = false;
  let isClosed = false;
  let onIdle: (() => void) | null = null;

  function schedule(delayMs = 0): void {
    if (isScheduled) return;
    isScheduled = true;
    if (delayMs > 0) setTimeout(flush, delayMs);
    else setImmediate(flush);
  }

  function flush(): void {
    isScheduled = false;
    const state = tasks.length > 0 ? lock.take() : 'idle';
    if (state === 'taken') settle(runBatch({ database, catalogue }, tasks));
    else if (state !== 'idle' && state !== 'busy')
      settle(tasks.splice(0).map((task) => ({ task, error: state.error })));
    if (tasks.length > 0) schedule(state === 'busy' ? 1 + Math.random() * 8 : 0);
    else onIdle?.();
  }

  return {
    /** Runs `work` inside the next transaction; resolves with its result once that is on disk. */
    write<T>(work: () => T): Promise<T> {
      if (isClosed) return Promise.reject(storeError(11600, 'InterruptedAtShutdown', 'the store is closed'));
      return new Promise<T>((resolve, reject) => {
        tasks.push({ run: work, resolve: resolve as (value: unknown) => void, reject });
        schedule();
      });
    },
    /** Takes no more writes and waits for those it has. */
    async close(): Promise<void> {
      isClosed = true;
      if (tasks.length === 0) return;
      await new Promise<void>((resolve) => {
        onIdle = resolve;
        schedule();
      });
    },
  };
}

/** The write lock of the file; when another process has it, it is asked for again a little later. */
function createLock(database: Database) {
  let waitingSince: number | null = null;
  return {
    take(): 'taken' | 'busy' | { error: unknown } {
      try {
        database.exec('BEGIN IMMEDIATE');
        waitingSince = null;
        return 'taken';
      } catch (error) {
        waitingSince ??= performance.now();
        if (isBusy(error) && performance.now() - waitingSince < PATIENCE_MS) return 'busy';
        waitingSince = null;
        return { error: explained(error) };
      }
    },
  };
}

/** Runs tasks for a while and commits them. When the file fails, all of them are undone and rejected. */
function runBatch({ database, catalogue }: QueueParts, tasks: Task[]): Outcome[] {
  const outcomes: Outcome[] = [];
  const taken: Task[] = [];
  try {
    catalogue.refresh();
    const endsAt = performance.now() + BATCH_MS;
    do {
      const task = tasks.shift();
      if (!task) break;
      taken.push(task);
      outcomes.push(attempt(task));
    } while (performance.now() < endsAt);
    database.exec('COMMIT');
    return outcomes;
  } catch (error) {
    catalogue.invalidate();
    undo(database);
    if (taken.length === 0) taken.push(...tasks.splice(0));
    return taken.map((task) => ({ task, error: explained(error) }));
  }
}

/** A failing disk may have undone the transaction already, or refuse that too; the next one tells. */
function undo(database: Database): void {
  try {
    if (database.isTransaction()) database.exec('ROLLBACK');
  } catch (error) {
    if (!isSqliteError(error)) throw error;
  }
}

export type CommitQueue = ReturnType<typeof createCommitQueue>;

function attempt(task: Task): Outcome {
  try {
    return { task, value: task.run() };
  } catch (error) {
    if (isSqliteError(error)) throw error;
    return { task, error };
  }
}

function settle(outcomes: Outcome[]): void {
  for (const outcome of outcomes) {
    if ('error' in outcome) outcome.task.reject(outcome.error);
    else outcome.task.resolve(outcome.value);
  }
}
