import { decodeDocument, type Plain } from './bson.ts';
import { createCatalogue } from './catalogue.ts';
import { openDatabase } from './database.ts';
import { rowsAfter } from './scan.ts';

const CHUNK = 500;

/** The documents of one collection of a store that is not otherwise open, in the order they were written. */
export function* readDocuments(path: string, collection: string): Generator<Plain> {
  const database = openDatabase(path, { mustExist: true });
  try {
    const catalogue = createCatalogue(database);
    catalogue.refresh();
    const entry = catalogue.find(collection);
    let last = 0;
    while (entry) {
      const rows = rowsAfter(database, entry, last, CHUNK);
      for (const { bytes } of rows) yield decodeDocument(bytes);
      const end = rows.at(-1);
      if (!end) return;
      last = end.rid;
    }
  } finally {
    database.close();
  }
}

/** Writes a compact copy of a store as it is at one moment, while others go on using it. */
export function copyStore(path: string, target: string): void {
  const database = openDatabase(path, { mustExist: true });
  try {
    database.run('VACUUM INTO ?', target);
  } finally {
    database.close();
  }
}
