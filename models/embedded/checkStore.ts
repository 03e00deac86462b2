import { decodeDocument, type Plain } from './bson.ts';
import { type CollectionEntry, createCatalogue, indexTableOf, tableOf } from './catalogue.ts';
import { type Database, openDatabase } from './database.ts';
import { fullKey, idKey } from './documents.ts';
import { type Index, indexKeys } from './indexes.ts';
import { rowsAfter, type ScannedRow } from './scan.ts';

export interface StoreCheck {
  collections: number;
  documents: number;
  indexEntries: number;
  /** Each a sentence; empty when all is well. */
  problems: string[];
}

const CHUNK = 500;
/** A damaged index would otherwise fill the screen. */
const MOST_PROBLEMS = 100;

/**
 * Compares everything in a store with everything else: pages, catalogue, documents, index entries. All
 * in one snapshot, so it can run while the store is in use.
 */
export function checkStore(path: string, onProgress: (documents: number) => void = () => {}): StoreCheck {
  const database = openDatabase(path, { mustExist: true });
  const check: StoreCheck = { collections: 0, documents: 0, indexEntries: 0, problems: [] };
  try {
    database.exec('BEGIN');
    checkPages(database, check);
    const catalogue = createCatalogue(database);
    catalogue.refresh();
    const entries = catalogue
      .names()
      .map((name) => catalogue.find(name))
      .filter((entry) => entry !== undefined);
    checkTables(database, entries, check);
    for (const entry of entries) checkCollection(database, entry, check, onProgress);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
  return check;
}

function note(check: StoreCheck, problem: string): void {
  if (check.problems.length < MOST_PROBLEMS) check.problems.push(problem);
}

function checkPages(database: Database, check: StoreCheck): void {
  for (const [line] of database.all('PRAGMA integrity_check(20)')) {
    if (line !== 'ok') note(check, `The file is damaged: ${String(line)}.`);
  }
}

/** Every table belongs to the catalogue and the other way round. */
function checkTables(database: Database, entries: CollectionEntry[], check: StoreCheck): void {
  const sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('meta', 'catalogue')";
  const present = new Set(database.all(sql).map(([name]) => String(name)));
  const expected = new Set(entries.flatMap((entry) => [tableOf(entry), ...entry.indexes.map(indexTableOf)]));
  for (const name of expected)
    if (!present.has(name)) note(check, `The table ${name} of the catalogue is missing.`);
  for (const name of present)
    if (!expected.has(name)) note(check, `The table ${name} belongs to no collection.`);
}

function checkCollection(
  database: Database,
  entry: CollectionEntry,
  check: StoreCheck,
  onProgress: (documents: number) => void,
): void {
  check.collections++;
  const expected = new Map(entry.indexes.map((index) => [index, 0]));
  let last = 0;
  for (;;) {
    const rows = rowsAfter(database, entry, last, CHUNK);
    for (const row of rows) checkDocument(database, entry, row, expected, check);
    check.documents += rows.length;
    onProgress(check.documents);
    const end = rows.at(-1);
    if (!end) break;
    last = end.rid;
  }
  for (const [index, count] of expected) {
    const stored = Number(database.get(`SELECT count(*) FROM ${indexTableOf(index)}`)?.[0]);
    check.indexEntries += stored;
    if (stored !== count)
      note(check, `${entry.name}: the index ${index.name} has ${stored} entries instead of ${count}.`);
    if (!index.isReady)
      note(check, `${entry.name}: the index ${index.name} was never finished; a start makes up for it.`);
  }
}

function checkDocument(
  database: Database,
  entry: CollectionEntry,
  { rid, bytes }: ScannedRow,
  expected: Map<Index, number>,
  check: StoreCheck,
): void {
  const document = decoded(bytes);
  if (!document) {
    note(check, `${entry.name}: row ${rid} holds no readable document.`);
    return;
  }
  const id = database.get(
    `SELECT 1 FROM ${tableOf(entry)} WHERE id = ? AND rid = ?`,
    idKey(document._id),
    rid,
  );
  if (!id) note(check, `${entry.name}: the document ${String(document._id)} is filed under another _id.`);
  for (const [index, count] of expected) {
    const { keys, arrays } = indexKeys(index, document);
    expected.set(index, count + keys.length);
    const isNoted = arrays.every((isArray, at) => !isArray || index.arrayFields[at]);
    if (!isNoted) note(check, `${entry.name}: the index ${index.name} does not know that it holds arrays.`);
    for (const key of keys) {
      const sql = `SELECT 1 FROM ${indexTableOf(index)} WHERE k = ? AND rid = ?`;
      if (database.get(sql, fullKey(index, key, document._id), rid)) continue;
      note(
        check,
        `${entry.name}: the index ${index.name} lacks an entry of the document ${String(document._id)}.`,
      );
    }
  }
}

function decoded(bytes: Uint8Array): Plain | null {
  try {
    return decodeDocument(bytes);
  } catch {
    return null;
  }
}
