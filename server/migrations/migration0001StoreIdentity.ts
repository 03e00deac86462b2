import type { Connection } from 'mongoose';
import { newId } from '../newId.ts';
import type { Migration } from './migration.ts';

/** The name of the setting that holds the identity: `{ id, since }`. */
export const STORE_IDENTITY = 'store';

interface Setting {
  _id: string;
  value: unknown;
}

const settingsOf = (connection: Connection) => connection.collection<Setting>('settings');

/**
 * Gives the store an identity of its own. A copy keeps it, so `store:copy` can tell an unfinished copy
 * of this store from the store of somebody else.
 */
export const migration0001StoreIdentity: Migration = {
  number: 1,
  name: 'storeIdentity',
  purpose: 'Gives the store an identity of its own, by which copies of it are recognised.',
  async count(connection) {
    return (await settingsOf(connection).findOne({ _id: STORE_IDENTITY })) === null ? 1 : 0;
  },
  async run(connection, now) {
    const value = { id: newId(), since: now };
    await settingsOf(connection).updateOne(
      { _id: STORE_IDENTITY },
      { $setOnInsert: { value } },
      { upsert: true },
    );
  },
};
