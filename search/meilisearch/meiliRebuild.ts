import type { IndexName, SearchDocument } from '../searchIndex.ts';
import { SEARCH_VERSION } from '../searchVersion.ts';
import { anyOfIds } from './filterExpression.ts';
import { type ChangeNote, putDocuments, putPrepared, removeDocuments } from './meiliChanges.ts';
import type { MeiliConnection } from './meiliConnection.ts';
import type { MeiliDocument } from './meiliDocument.ts';
import { createIndex, dropIndex, prepareIndex, uidsOf, VERSIONS_UID } from './meiliIndexes.ts';

const BATCH = 500;

/**
 * Builds a second index and swaps it in. What any process applies meanwhile goes to the old index and into a list
 * of changed ids; these are copied from the old index before the swap, and those of the last moment after it.
 */
export async function rebuildIndex(
  connection: MeiliConnection,
  index: IndexName,
  documents: AsyncIterable<SearchDocument>,
): Promise<number> {
  const { live, next, changed } = uidsOf(index);
  await dropIndex(connection, next);
  await dropIndex(connection, changed);
  await createIndex(connection, changed);
  try {
    await prepareIndex(connection, next);
    await addAll(connection, next, documents);
    const copied = await copyChanged(connection, { changed, from: live, to: next }, new Set());
    await connection.change((client) => client.swapIndexes([{ indexes: [live, next], rename: false }]));
    await copyChanged(connection, { changed, from: next, to: live }, copied);
    await connection.change((client) =>
      client.index(VERSIONS_UID).addDocuments([{ id: index, version: SEARCH_VERSION }], { primaryKey: 'id' }),
    );
  } finally {
    await dropIndex(connection, next);
    await dropIndex(connection, changed);
  }
  const { numberOfDocuments } = await connection.ask((client) => client.index(live).getStats());
  return numberOfDocuments;
}

async function addAll(
  connection: MeiliConnection,
  uid: string,
  documents: AsyncIterable<SearchDocument>,
): Promise<void> {
  let batch: SearchDocument[] = [];
  for await (const document of documents) {
    batch.push(document);
    if (batch.length < BATCH) continue;
    await putDocuments(connection, uid, batch);
    batch = [];
  }
  await putDocuments(connection, uid, batch);
}

/**
 * Brings what changed, or is gone, from one index to the other until no note is new; returns the notes seen. What
 * the other has in a later revision stays: it was written there after the swap.
 */
async function copyChanged(
  connection: MeiliConnection,
  { changed, from, to }: { changed: string; from: string; to: string },
  seen: Set<string>,
): Promise<Set<string>> {
  const notes = (await allNotes(connection, changed)).filter(({ stamp, id }) => !seen.has(`${stamp} ${id}`));
  if (notes.length === 0) return seen;
  for (let at = 0; at < notes.length; at += BATCH) {
    const some = notes.slice(at, at + BATCH);
    const kept = some.filter(({ isRemoved }) => !isRemoved).map(({ id }) => id);
    const there = new Map(
      (await documentsOf(connection, to, kept)).map(({ id, revision }) => [id, revision]),
    );
    const documents = await documentsOf(connection, from, kept);
    await removeDocuments(
      connection,
      to,
      some.filter(({ isRemoved }) => isRemoved).map(({ id }) => id),
    );
    await putPrepared(
      connection,
      to,
      documents.filter(({ id, revision }) => revision >= (there.get(id) ?? 0)),
    );
  }
  const all = [...seen, ...notes.map(({ stamp, id }) => `${stamp} ${id}`)];
  return copyChanged(connection, { changed, from, to }, new Set(all));
}

async function documentsOf(
  connection: MeiliConnection,
  uid: string,
  ids: string[],
): Promise<MeiliDocument[]> {
  if (ids.length === 0) return [];
  const { results } = await connection.ask((client) =>
    client.index<MeiliDocument>(uid).getDocuments({ filter: anyOfIds(ids), limit: ids.length }),
  );
  return results;
}

async function allNotes(connection: MeiliConnection, uid: string): Promise<ChangeNote[]> {
  const notes: ChangeNote[] = [];
  for (;;) {
    const { results, total } = await connection.ask((client) =>
      client.index<ChangeNote>(uid).getDocuments({ limit: BATCH, offset: notes.length }),
    );
    notes.push(...results);
    if (results.length === 0 || notes.length >= total) return notes;
  }
}
