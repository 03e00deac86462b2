import { decodeDocument, isPlainObject, type Plain } from './bson.ts';
import { tableOf } from './catalogue.ts';
import { idKey } from './documents.ts';
import { isMissingTable } from './errors.ts';
import type { Projection } from './project.ts';
import type { Store } from './store.ts';

/** The text a filter asks for as `_id` when it asks for nothing else. */
export function soleId(filter: unknown): string | null {
  if (!isPlainObject(filter) || typeof filter._id !== 'string') return null;
  return Object.keys(filter).length === 1 ? filter._id : null;
}

/**
 * Reads one document by its `_id` with one statement: neither indexes nor what others changed about them can lead
 * elsewhere, and a collection dropped meanwhile has no table any more, as numbers are never used again.
 * @returns undefined when the collection is not known here (any more), so that the catalogue has to be read again.
 */
export function readById(
  { catalogue, database, report }: Store,
  collection: string,
  id: string,
  project: Projection | null,
): Plain | null | undefined {
  const entry = catalogue.find(collection);
  if (!entry) return undefined;
  try {
    const row = database.get(`SELECT doc FROM ${tableOf(entry)} WHERE id = ?`, idKey(id));
    const seen = row ? 1 : 0;
    report({ collection, operation: 'findOne', index: '_id_', seen, returned: seen });
    if (!row) return null;
    return project ? project.decode(row[0] as Uint8Array) : decodeDocument(row[0] as Uint8Array);
  } catch (error) {
    if (isMissingTable(error)) return undefined;
    throw error;
  }
}
