import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Makes sure that one server works on a data folder. The lock is one of the operating system's on a
 * file, so it goes with the process however that ends.
 * @returns how to give it back, or null when another server holds it.
 */
export function takeServerLock(dataDirectory: string): (() => void) | null {
  mkdirSync(dataDirectory, { recursive: true });
  const database = new DatabaseSync(join(dataDirectory, 'server.lock'));
  try {
    database.exec('pragma busy_timeout = 0; begin exclusive');
    return () => database.close();
  } catch {
    database.close();
    return null;
  }
}
