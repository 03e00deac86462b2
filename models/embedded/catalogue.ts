import type { Database } from './database.ts';
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
  let dataVersion = -1;
  let revision = -1;

  function load(): void {
    entries = new Map();
    for (const [name, entry] of database.all('SELECT name, entry FROM catalogue')) {
      entries.set(String(name), JSON.parse(String(entry)));
    }
    revision = readRevision(database);
  }

  /** Cheap when nobody else wrote: `data_version` only moves when another connection commits. */
  function refresh(isForced: boolean): void {
    const version = Number(database.get('PRAGMA data_version')?.[0]);
    if (version === dataVersion && !isForced) return;
    dataVersion = version;
    if (isForced || readRevision(database) !== revision) load();
  }

  function nextNumber(): number {
    const row = database.get("UPDATE meta SET value = value + 1 WHERE name = 'lastNumber' RETURNING value");
    return Number(row?.[0]);
  }

  function save(entry: CollectionEntry): void {
    entries.set(entry.name, entry);
    database.run('INSERT OR REPLACE INTO catalogue VALUES (?, ?)', entry.name, JSON.stringify(entry));
    countChange();
  }

  function countChange(): void {
    const row = database.get("UPDATE meta SET value = value + 1 WHERE name = 'revision' RETURNING value");
    revision = Number(row?.[0]);
  }

  return {
    refresh,
    save,
    nextNumber,
    names: () => [...entries.keys()],
    find: (name: string) => entries.get(name),
    /** The collection, made when it is not there yet; inside a write only. */
    ensure(name: string): CollectionEntry {
      const existing = entries.get(name);
      if (existing) return existing;
      const entry: CollectionEntry = { name, number: nextNumber(), indexes: [] };
      database.exec(
        `CREATE TABLE ${tableOf(entry)} (rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, doc BLOB NOT NULL)`,
      );
      save(entry);
      return entry;
    },
    remove(entry: CollectionEntry): void {
      for (const index of entry.indexes) database.exec(`DROP TABLE IF EXISTS ${indexTableOf(index)}`);
      database.exec(`DROP TABLE IF EXISTS ${tableOf(entry)}`);
      database.run('DELETE FROM catalogue WHERE name = ?', entry.name);
      entries.delete(entry.name);
      database.forget();
      countChange();
    },
  };
}

export type Catalogue = ReturnType<typeof createCatalogue>;

export function tableOf({ number }: { number: number }): string {
  return `c${number}`;
}

export function indexTableOf({ number }: { number: number }): string {
  return `i${number}`;
}

function readRevision(database: Database): number {
  return Number(database.get("SELECT value FROM meta WHERE name = 'revision'")?.[0]);
}
