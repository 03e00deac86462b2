import type { Database, Row } from './database.ts';
import type { Index } from './indexes.ts';

/** A collection: `number` names its table, indexes name theirs. */
export interface CollectionEntry {
  name: string;
  number: number;
  indexes: Index[];
}

/**
 * What collections and indexes there are. Kept in memory and read again whenever another process
 * has changed it; every change is part of the transaction that needs it.
 */
export function createCatalogue(database: Database) {
  let entries = new Map<string, CollectionEntry>();
  let [dataVersion, revision] = [-1, -1];

  function save(entry: CollectionEntry): void {
    entries.set(entry.name, entry);
    database.run('INSERT OR REPLACE INTO catalogue VALUES (?, ?)', entry.name, JSON.stringify(entry));
    revision = countUp(database, 'revision');
  }

  function create(name: string): CollectionEntry {
    const entry: CollectionEntry = { name, number: countUp(database, 'lastNumber'), indexes: [] };
    createTable(database, entry);
    save(entry);
    return entry;
  }

  return {
    save,
    /** Cheap when nobody else wrote: `data_version` only moves when another connection commits. */
    refresh(): void {
      const version = numberOf(database.get('PRAGMA data_version'));
      if (version === dataVersion) return;
      const stored = numberOf(database.get("SELECT value FROM meta WHERE name = 'revision'"));
      if (stored !== revision) entries = readEntries(database);
      [dataVersion, revision] = [version, stored];
    },
    /** After a transaction that failed, what is in memory may never have been stored. */
    invalidate(): void {
      [dataVersion, revision] = [-1, -1];
    },
    nextNumber: () => countUp(database, 'lastNumber'),
    names: () => [...entries.keys()],
    find: (name: string) => entries.get(name),
    /** The collection, made when it is not there yet; inside a write only. */
    ensure(name: string): CollectionEntry {
      return entries.get(name) ?? create(name);
    },
    remove(entry: CollectionEntry): void {
      dropTables(database, entry);
      entries.delete(entry.name);
      revision = countUp(database, 'revision');
    },
  };
}

function readEntries(database: Database): Map<string, CollectionEntry> {
  const rows = database.all('SELECT name, entry FROM catalogue');
  return new Map(rows.map(([name, entry]) => [String(name), JSON.parse(String(entry)) as CollectionEntry]));
}

function numberOf(row: Row | undefined): number {
  return Number(row?.[0]);
}

/** Adds one to a number kept with the store. @returns the new one */
function countUp(database: Database, name: 'revision' | 'lastNumber'): number {
  return numberOf(database.get('UPDATE meta SET value = value + 1 WHERE name = ? RETURNING value', name));
}

function createTable(database: Database, entry: CollectionEntry): void {
  const columns = 'rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, doc BLOB NOT NULL';
  database.exec(`CREATE TABLE ${tableOf(entry)} (${columns})`);
}

function dropTables(database: Database, entry: CollectionEntry): void {
  for (const index of entry.indexes) database.exec(`DROP TABLE IF EXISTS ${indexTableOf(index)}`);
  database.exec(`DROP TABLE IF EXISTS ${tableOf(entry)}`);
  database.run('DELETE FROM catalogue WHERE name = ?', entry.name);
  database.forget();
}

export type Catalogue = ReturnType<typeof createCatalogue>;

export function tableOf({ number }: { number: number }): string {
  return `c${number}`;
}

export function indexTableOf({ number }: { number: number }): string {
  return `i${number}`;
}
