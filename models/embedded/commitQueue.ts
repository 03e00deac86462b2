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

/**
 * Group commit: the writes of one turn share one transaction and one fsync, and none is acknowledged
 * before that. A task that throws must not have written anything; it alone is rejected.
 */
export function createCommitQueue({
  database,
  refresh,
}: {
  database: Database;
  refresh: (isForced: boolean) => void;
}) {
  const tasks: Task[] = [];
  let isScheduled = false;
  let waitingSince: number | null = null;
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
    if (tasks.length > 0) {
      if (!hasBegun()) return;
      waitingSince = null;
      settle(runBatch());
    }
    if (tasks.length > 0) schedule();
    else onIdle?.();
  }

  /** Takes the write lock, or comes back a little later when another process has it. */
  function hasBegun(): boolean {
    try {
      database.exec('BEGIN IMMEDIATE');
      return true;
    } catch (error) {
      waitingSince ??= performance.now();
      if (isBusy(error) && performance.now() - waitingSince < PATIENCE_MS) schedule(1 + Math.random() * 8);
      else {
        waitingSince = null;
        rejectAll(tasks.splice(0), error);
        onIdle?.();
      }
      return false;
    }
  }

  function runBatch(): Outcome[] {
    const taken: Task[] = [];
    const outcomes: Outcome[] = [];
    try {
      refresh(false);
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
      if (database.isTransaction()) database.exec('ROLLBACK');
      refresh(true);
      return taken.map((task) => ({ task, error: explained(error) }));
    }
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

function rejectAll(tasks: Task[], error: unknown): void {
  for (const task of tasks) task.reject(explained(error));
}
