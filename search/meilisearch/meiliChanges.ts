import { randomUUID } from 'node:crypto';
import type { IndexName, SearchChange, SearchDocument } from '../searchIndex.ts';
import type { MeiliConnection } from './meiliConnection.ts';
import { type MeiliDocument, toMeiliDocument } from './meiliDocument.ts';
import { isIndexThere, uidsOf } from './meiliIndexes.ts';

/**
 * Applies changes and waits until they can be found. While any process rebuilds the index, the ids are noted
 * first, so that the rebuild takes over what is written here.
 */
export async function applyChanges(
  connection: MeiliConnection,
  index: IndexName,
  changes: SearchChange[],
): Promise<void> {
  const { live, next, changed } = uidsOf(index);
  const last = new Map(changes.map((change) => ['put' in change ? change.put.id : change.remove, change]));
  if (last.size === 0) return;
  if (await isIndexThere(connection, next)) await noteChanges(connection, changed, last);
  const removed = [...last].filter(([, change]) => 'remove' in change).map(([id]) => id);
  const put = [...last.values()].flatMap((change) => ('put' in change ? [change.put] : []));
  await removeDocuments(connection, live, removed);
  await putDocuments(connection, live, put);
}

/** What a rebuild must know of a change: the last one of an id, and a stamp that no other change has. */
export interface ChangeNote {
  id: string;
  isRemoved: boolean;
  stamp: string;
}

async function noteChanges(
  connection: MeiliConnection,
  uid: string,
  changes: Map<string, SearchChange>,
): Promise<void> {
  const stamp = randomUUID();
  const notes = [...changes].map(
    ([id, change]): ChangeNote => ({ id, isRemoved: 'remove' in change, stamp }),
  );
  await connection.change((client) =>
    client.index<ChangeNote>(uid).addDocuments(notes, { primaryKey: 'id' }),
  );
}

export async function putDocuments(
  connection: MeiliConnection,
  uid: string,
  documents: SearchDocument[],
): Promise<void> {
  await putPrepared(connection, uid, documents.map(toMeiliDocument));
}

export async function putPrepared(
  connection: MeiliConnection,
  uid: string,
  documents: MeiliDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  await connection.change((client) =>
    client.index<MeiliDocument>(uid).addDocuments(documents, { primaryKey: 'id' }),
  );
}

export async function removeDocuments(
  connection: MeiliConnection,
  uid: string,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return;
  await connection.change((client) => client.index(uid).deleteDocuments(ids));
}
