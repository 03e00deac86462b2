import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { explained, storeError } from './errors.ts';

/** Marks the file as a store of this program ("DHst"), so that no other database is taken for one. */
const APPLICATION_ID = 0x44487374;
const FORMAT = 1;

export type Row = unknown[];

/**
 * One connection to the file: prepared statements by their text, rows as arrays.
 * @throws when the file is damaged, of another kind, or (with `mustExist`) not there.
 */
export function openDatabase(path: string, { mustExist = false } = {}) {
  checkLog(path);
  const isNew = isNewFile(path);
  if (isNew && mustExist) throw storeError(8, 'UnknownError', `there is no store at ${path}`);
  mkdirSync(dirname(path), { recursive: true });
  const sqlite = opened(path, isNew);
  const statements = new Map<string, StatementSync>();

  function statement(sql: string): StatementSync {
    let prepared = statements.get(sql);
    if (!prepared) {
      prepared = sqlite.prepare(sql);
      prepared.setReturnArrays(true);
      statements.set(sql, prepared);
    }
    return prepared;
  }

  return {
    path,
    exec: (sql: string) => sqlite.exec(sql),
    all: (sql: string, ...values: SQLInputValue[]) => statement(sql).all(...values) as unknown as Row[],
    get: (sql: string, ...values: SQLInputValue[]) =>
      statement(sql).get(...values) as unknown as Row | undefined,
    run: (sql: string, ...values: SQLInputValue[]) => statement(sql).run(...values),
    isTransaction: () => sqlite.isTransaction,
    /** Statements on tables that were dropped are of no use any more. */
    forget: () => statements.clear(),
    close: () => sqlite.close(),
  };
}

export type Database = ReturnType<typeof openDatabase>;

/**
 * After a kill the log and its index lie beside the file; only the log has what was written last. SQLite
 * itself makes the index after the log and removes it before, so alone it means that the log was lost.
 */
function checkLog(path: string): void {
  for (let attempt = 0; attempt < 5; attempt++) {
    if (!existsSync(`${path}-shm`) || existsSync(`${path}-wal`)) return;
    // Another process may open or close the file between the two questions.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  throw storeError(
    8,
    'UnknownError',
    `${path}-wal is missing, so what was written last is lost; put it back or restore the last backup, or, to go on without it, delete ${path}-shm`,
  );
}

/** An existing file is never taken for a new one: with a log beside it, emptiness means damage. */
function isNewFile(path: string): boolean {
  if (existsSync(path) && statSync(path).size > 0) return false;
  const log = `${path}-wal`;
  if (existsSync(log) && statSync(log).size > 0) {
    throw storeError(
      8,
      'UnknownError',
      `${path} is empty or missing but its log is not; restore the last backup`,
    );
  }
  return true;
}

function opened(path: string, isNew: boolean): DatabaseSync {
  let sqlite: DatabaseSync | undefined;
  try {
    sqlite = new DatabaseSync(path, { timeout: 5_000 });
    if (!isNew) checkKind(sqlite, path);
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;');
    sqlite.exec(
      'PRAGMA trusted_schema = OFF; PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 67108864;',
    );
    if (isNew) prepareFile(sqlite);
    checkKind(sqlite, path);
    // From here on a locked file must not stop the event loop; the commit queue tries again itself.
    sqlite.exec('PRAGMA busy_timeout = 10');
    return sqlite;
  } catch (error) {
    sqlite?.close();
    throw explained(error);
  }
}

function prepareFile(sqlite: DatabaseSync): void {
  sqlite.exec('BEGIN IMMEDIATE');
  sqlite.exec(`CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS catalogue (name TEXT PRIMARY KEY, entry TEXT NOT NULL) WITHOUT ROWID;
    INSERT OR IGNORE INTO meta VALUES ('revision', 0), ('lastNumber', 0);
    PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT};`);
  sqlite.exec('COMMIT');
}

function checkKind(sqlite: DatabaseSync, path: string): void {
  const kind = sqlite.prepare('PRAGMA application_id').get()?.application_id;
  const format = Number(sqlite.prepare('PRAGMA user_version').get()?.user_version);
  if (kind !== APPLICATION_ID) {
    // Two processes may open a new file at once: the other one is just preparing it.
    if (kind === 0 && !hasTables(sqlite)) {
      prepareFile(sqlite);
      return;
    }
    throw storeError(8, 'UnknownError', `${path} is not a store of this program; it was left as it is`);
  }
  if (format > FORMAT) {
    throw storeError(
      8,
      'UnknownError',
      `${path} was written by a newer version (format ${format}); use that one`,
    );
  }
}

function hasTables(sqlite: DatabaseSync): boolean {
  return sqlite.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined;
}
