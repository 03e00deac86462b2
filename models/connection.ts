import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { createEmbeddedDriver } from './embedded/driver.ts';
import type { Store, StoreOptions } from './embedded/store.ts';

/** In place of a data directory: a store that is gone when it is closed. */
export const MEMORY = ':memory:';

export interface ConnectionSettings extends StoreOptions {
  mongodbUri?: string | undefined;
  /** Where the embedded store keeps `store.sqlite`; not used with MongoDB. */
  dataDirectory: string;
}

/**
 * Opens MongoDB when an address is given, otherwise the embedded store in the data directory. Each
 * call has a Mongoose of its own, so one process can hold several stores. The models are made by
 * `createModels(connection)` afterwards.
 * @throws when the server cannot be reached or the file cannot be opened.
 */
export async function openConnection(settings: ConnectionSettings): Promise<Connection> {
  const instance = new mongoose.Mongoose();
  instance.set('strictQuery', true);
  if (settings.mongodbUri) return instance.createConnection(settings.mongodbUri).asPromise();
  const isInMemory = settings.dataDirectory === MEMORY;
  if (!isInMemory) mkdirSync(settings.dataDirectory, { recursive: true });
  // `setDriver` is not in Mongoose's types for drivers other than its own.
  const { setDriver } = instance as unknown as { setDriver(driver: unknown): void };
  setDriver.call(instance, createEmbeddedDriver(settings));
  return instance
    .createConnection(isInMemory ? MEMORY : join(settings.dataDirectory, 'store.sqlite'))
    .asPromise();
}

/**
 * Gives another text after every write to the store, whichever process wrote. Always null on MongoDB, which
 * says so to replica sets only.
 */
export function changeMarkOf(connection: Connection): () => string | null {
  const { store } = connection.getClient() as unknown as { store?: Pick<Store, 'changeMark'> };
  return () => store?.changeMark() ?? null;
}

/** Waits for the writes under way, then closes; nothing can be read or written afterwards. */
export async function closeConnection(connection: Connection): Promise<void> {
  await connection.close();
}
