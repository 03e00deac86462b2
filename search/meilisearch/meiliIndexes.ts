import type { IndexName } from '../searchIndex.ts';
import { INDEX_SETTINGS } from './indexSettings.ts';
import { engineCode, INDEX_NOT_FOUND, type MeiliConnection } from './meiliConnection.ts';

/** The one that is searched; the one being rebuilt; ids that changed meanwhile. */
export interface IndexUids {
  live: string;
  next: string;
  changed: string;
}

/** Versions of the live indexes, a document an index. */
export const VERSIONS_UID = 'dual-helix-versions';

export function uidsOf(index: IndexName): IndexUids {
  const live = `dual-helix-${index}`;
  return { live, next: `${live}-next`, changed: `${live}-changed` };
}

/** Makes an index with our settings, or brings the settings of an old one up to date. */
export async function prepareIndex(connection: MeiliConnection, uid: string): Promise<void> {
  await createIndex(connection, uid);
  await connection.change((client) => client.index(uid).updateSettings(INDEX_SETTINGS));
}

/** Makes an index unless it is there. */
export async function createIndex(connection: MeiliConnection, uid: string): Promise<void> {
  if (!(await isIndexThere(connection, uid))) {
    await connection.change((client) => client.createIndex(uid, { primaryKey: 'id' }));
  }
}

export async function dropIndex(connection: MeiliConnection, uid: string): Promise<void> {
  if (await isIndexThere(connection, uid)) await connection.change((client) => client.deleteIndex(uid));
}

export async function isIndexThere(connection: MeiliConnection, uid: string): Promise<boolean> {
  try {
    await connection.ask((client) => client.getRawIndex(uid));
    return true;
  } catch (error) {
    if (engineCode(error) === INDEX_NOT_FOUND) return false;
    throw error;
  }
}
