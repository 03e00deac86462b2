import type { Connection } from 'mongoose';

/** How far a copy into a store is; it lies in the target and goes when the copy is complete. */
export interface CopyCheckpoint {
  _id: 'copy';
  /** The identity of the store that is copied. */
  source: string;
  /** The id of the last document that arrived, by collection; the files count as one. */
  reached: Record<string, string>;
}

const checkpoints = (connection: Connection) => connection.collection<CopyCheckpoint>('storeCopies');

export async function findCheckpoint(connection: Connection): Promise<CopyCheckpoint | null> {
  return checkpoints(connection).findOne({ _id: 'copy' });
}

export async function beginCheckpoint(connection: Connection, source: string): Promise<void> {
  await checkpoints(connection).insertOne({ _id: 'copy', source, reached: {} });
}

export async function noteReached(connection: Connection, name: string, id: string): Promise<void> {
  await checkpoints(connection).updateOne({ _id: 'copy' }, { $set: { [`reached.${name}`]: id } });
}

/** Makes the next run copy these again from their beginning. */
export async function forgetReached(connection: Connection, names: readonly string[]): Promise<void> {
  const forgotten = Object.fromEntries(names.map((name) => [`reached.${name}`, '' as const]));
  if (names.length > 0) await checkpoints(connection).updateOne({ _id: 'copy' }, { $unset: forgotten });
}

export async function endCheckpoint(connection: Connection): Promise<void> {
  await checkpoints(connection).deleteOne({ _id: 'copy' });
}

/** @throws Error when a copy into this store was begun and not finished: it lacks documents then. */
export async function refuseUnfinishedCopy(connection: Connection): Promise<void> {
  if ((await findCheckpoint(connection)) === null) return;
  throw new Error(
    'A copy into this store was begun and not finished, so documents are missing. Run store:copy again, which goes on where it stopped, or use another store.',
  );
}
