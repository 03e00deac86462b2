import mongoose from 'mongoose';
import type { Plain } from './bson.ts';

const { MongoServerError } = mongoose.mongo;

export type StoreError = InstanceType<typeof MongoServerError>;

/** An error as the server of MongoDB would send it, so that callers look at one `code` on both stores. */
export function storeError(code: number, codeName: string, message: string, more: Plain = {}): StoreError {
  return new MongoServerError({ message, code, codeName, ...more });
}

/** What lies outside the subset of the embedded store; code 115, CommandNotSupported. */
export function refused(what: string): StoreError {
  return storeError(115, 'CommandNotSupported', `the embedded store does not support ${what}`);
}

/** Names the operation and the collection in the message of an error on its way to the caller. */
export function withPlace(error: unknown, collection: string, operation: string): unknown {
  if (error instanceof MongoServerError && !('place' in error)) {
    const place = `${collection}.${operation}`;
    Object.defineProperty(error, 'place', { value: place, enumerable: false });
    error.message = error.code === 11000 ? error.message : `${place}: ${error.message}`;
  }
  return error;
}

export function duplicateKey(
  collection: string,
  index: string,
  keyPattern: Plain,
  keyValue: Plain,
): StoreError {
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${JSON.stringify(value)}`);
  return storeError(
    11000,
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection} index: ${index} dup key: { ${shown.join(', ')} }`,
    { index: 0, keyPattern, keyValue },
  );
}

/** The result codes of SQLite that people can do something about, and what that is. */
const ADVICE: Record<number, string> = {
  5: 'another process keeps the store locked; wait for it or stop it',
  8: 'the store cannot be written; check the permissions of the data folder',
  10: 'the disk reported an error; check the disk, then run store:check',
  11: 'the store file is damaged; stop, keep the file, and restore the last backup',
  13: 'the disk is full; free some space, nothing that was acknowledged is lost',
  14: 'the store file cannot be opened; check that the data folder exists and may be written',
  26: 'the file is not a store; it was left as it is, restore the last backup',
};

export function isSqliteError(error: unknown): error is Error & { errcode: number } {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}

export function isBusy(error: unknown): boolean {
  return isSqliteError(error) && (error.errcode & 0xff) === 5;
}

export function isMissingTable(error: unknown): boolean {
  return isSqliteError(error) && error.errcode === 1 && error.message.includes('no such table');
}

/** Explains an error of SQLite; anything else is returned unchanged. */
export function explained(error: unknown): unknown {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE') {
    return storeError(11600, 'InterruptedAtShutdown', 'the store was closed');
  }
  if (!isSqliteError(error)) return error;
  const advice = ADVICE[error.errcode & 0xff] ?? 'nothing of this write was kept';
  return storeError(8, 'UnknownError', `${error.message}: ${advice}`, { sqliteCode: error.errcode });
}
