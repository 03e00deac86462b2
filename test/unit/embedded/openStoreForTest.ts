import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { closeConnection, openConnection } from '../../../models/connection.ts';
import type { QueryReport, StoreOptions } from '../../../models/embedded/store.ts';

/** Opens an embedded store in a folder of its own and notes what its reads looked at. */
export async function openStoreForTest(options: StoreOptions = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'dual-helix-store-'));
  const reports: QueryReport[] = [];
  const onQuery = (report: QueryReport) => {
    reports.push(report);
    options.onQuery?.(report);
  };
  const connection: Connection = await openConnection({ ...options, onQuery, dataDirectory: directory });
  return {
    directory,
    connection,
    collection: (name = 'things') => connection.collection(name),
    /** What the last read looked at. */
    lastReport: () => reports.at(-1),
    reports,
    async close() {
      await closeConnection(connection);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export type TestStore = Awaited<ReturnType<typeof openStoreForTest>>;
