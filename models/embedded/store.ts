import { createCatalogue } from './catalogue.ts';
import { createCommitQueue } from './commitQueue.ts';
import { openDatabase } from './database.ts';
import { storeError } from './errors.ts';
import { createSlice } from './slice.ts';

/** What one operation read: `index` is null for a scan, `seen` counts rows, `returned` those that matched. */
export interface QueryReport {
  collection: string;
  operation: string;
  index: string | null;
  seen: number;
  returned: number;
}

export interface StoreOptions {
  /** Told of every read, for a debug log and for tests that allow no large scans. */
  onQuery?: ((report: QueryReport) => void) | undefined;
  /** Told of reads that saw more than `warnAbove` rows without returning them. */
  onLargeScan?: ((report: QueryReport) => void) | undefined;
  warnAbove?: number | undefined;
}

const WARN_ABOVE = 1_000;

/** Everything that belongs to one open file. */
export function openStore(path: string, options: StoreOptions = {}) {
  const database = openDatabase(path);
  const catalogue = createCatalogue(database);
  const queue = createCommitQueue({ database, catalogue });
  const warnAbove = options.warnAbove ?? WARN_ABOVE;
  let isOpen = true;

  return {
    path,
    database,
    catalogue,
    slice: createSlice(),
    write: queue.write,
    /** @throws when the store has been closed. */
    checkOpen(): void {
      if (!isOpen) throw storeError(11600, 'InterruptedAtShutdown', 'the store is closed');
    },
    /** Another text after every write, by this process or by another one. */
    changeMark(): string {
      const [elsewhere] = database.get('PRAGMA data_version') ?? [];
      const [here] = database.get('SELECT total_changes()') ?? [];
      return `${elsewhere} ${here}`;
    },
    report(report: QueryReport): void {
      options.onQuery?.(report);
      if (report.seen - report.returned > warnAbove) options.onLargeScan?.(report);
    },
    async close(): Promise<void> {
      if (!isOpen) return;
      await queue.close();
      isOpen = false;
      database.close();
    },
  };
}

export type Store = ReturnType<typeof openStore>;
