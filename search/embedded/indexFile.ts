import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Raised when the tables change, so that a file from another version is begun anew. */
const LAYOUT = 3;

export function indexPath(dataDirectory: string): string {
  return join(dataDirectory, 'index.sqlite');
}

/**
 * Opens the index file, or begins an empty one where there is none, it is damaged or it has another layout:
 * it is a projection and can be made again from the store.
 */
export function openIndexFile(path: string): DatabaseSync {
  mkdirSync(join(path, '..'), { recursive: true });
  try {
    return openChecked(path);
  } catch (error) {
    if (!isDamage(error)) throw error;
    removeIndexFile(path);
    return openChecked(path);
  }
}

/** Damaged in a way that only a new file helps: not a database, malformed, another layout. */
export function isDamage(error: unknown): boolean {
  if (error instanceof OtherLayout) return true;
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

export function removeIndexFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

export function isFileThere(path: string): boolean {
  return existsSync(path);
}

class OtherLayout extends Error {}

function openChecked(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  try {
    // Losing the last writes in a power cut is found by reconcile; waiting for the disk at each change is not needed.
    database.exec(
      'pragma page_size = 16384; pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -32000',
    );
    const version = Number(database.prepare('pragma user_version').get()?.user_version);
    const isEmpty = database.prepare('select 1 from sqlite_schema limit 1').get() === undefined;
    if (version !== LAYOUT && !isEmpty) throw new OtherLayout();
    if (version === LAYOUT) return database;
    // Both or neither: what has the version has the table.
    database.exec(`
      begin immediate;
      pragma user_version = ${LAYOUT};
      create table if not exists generations (
        index_name text primary key, number integer not null, version text not null
      ) strict;
      commit;
    `);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
