import type { DatabaseSync } from 'node:sqlite';
import { FIELD_CLASSES } from '../analysis/analysedDocument.ts';
import { REPEATED_STRENGTHS } from './indexRow.ts';

/** Every punctuation mark a term of ours may hold; everything else parts terms. */
const TOKENISER = `ascii tokenchars '-./%()+'`;

/** Terms gathered in memory before they are written as a segment. */
const WRITE_BUFFER = 32_000_000;

/** Bytes of one piece of a segment; a little less than a page of the file, so that a piece needs no second one. */
const PIECE = 16_000;

/** Columns of the table of titles: title and identifiers, and what the title says and the rest says again. */
export const TITLE_COLUMNS = [
  'title',
  'identifier',
  ...REPEATED_STRENGTHS.map((_, level) => `again${level}`),
];

/**
 * Both full-text tables are contentless: the terms stand nowhere else. Where the tables are there nothing is written,
 * since other processes read everything again after a write.
 */
export function createTables(database: DatabaseSync, name: string): void {
  const isThere = database.prepare('select 1 from sqlite_schema where name = ?').get(`${name}_titles`);
  if (isThere) return;
  database.exec(`
    create table if not exists ${name}_documents (
      slot integer primary key, id text not null unique, kind text not null, revision integer not null,
      facets text not null, numbers text not null
    ) strict;
    create table if not exists ${name}_lines (
      slot integer primary key, title text not null, identifier text not null, summary text not null, body text not null
    ) strict;
    ${fullText(`${name}_terms`, FIELD_CLASSES)}
    ${fullText(`${name}_titles`, TITLE_COLUMNS)}
  `);
}

/** Drops what a generation left, complete or not. */
export function dropTables(database: DatabaseSync, name: string): void {
  for (const table of ['documents', 'lines', 'terms', 'titles'])
    database.exec(`drop table if exists ${name}_${table}`);
}

/**
 * While a generation is built nothing is merged, which would hold up searches for seconds at times; its end is
 * merged in short steps. What is written while the index serves is merged as it comes.
 */
export function setMerging(database: DatabaseSync, name: string, isBuilding: boolean): void {
  const [automerge, crisismerge] = isBuilding ? [0, MOST_SEGMENTS] : [4, 16];
  for (const table of [`${name}_terms`, `${name}_titles`])
    database.exec(`
      insert into ${table} (${table}, rank) values ('automerge', ${automerge});
      insert into ${table} (${table}, rank) values ('crisismerge', ${crisismerge});
    `);
}

/** FTS5 takes no more. */
const MOST_SEGMENTS = 1_999;

/** Pages written by one step of merging: what a search has to wait for. */
const MERGED_AT_ONCE = 48;

/** One step towards a single segment, in which a word is looked up in one place. @returns whether there is more to do. */
export function mergeStep(database: DatabaseSync, name: string, isFirst: boolean): boolean {
  const changesOf = (table: string) => {
    const before = totalChanges(database);
    const pages = isFirst ? -MERGED_AT_ONCE : MERGED_AT_ONCE;
    database.exec(`insert into ${table} (${table}, rank) values ('merge', ${pages})`);
    return totalChanges(database) - before;
  };
  // Merging that finds nothing to do counts as one change, the command itself.
  return [`${name}_titles`, `${name}_terms`].filter((table) => changesOf(table) > 1).length > 0;
}

function totalChanges(database: DatabaseSync): number {
  return Number(database.prepare('select total_changes() as changes').get()?.changes);
}

export function prepareStatements(database: DatabaseSync, name: string) {
  const insertInto = (table: string, count: number) =>
    database.prepare(`insert into ${name}_${table} values (${Array(count).fill('?').join(', ')})`);
  const insertTerms = (table: string, columns: readonly string[]) =>
    database.prepare(
      `insert into ${name}_${table} (rowid, ${columns.join(', ')}) values (${Array(columns.length + 1)
        .fill('?')
        .join(', ')})`,
    );
  const deleteFrom = (table: string, key: string) =>
    database.prepare(`delete from ${name}_${table} where ${key} = ?`);
  const statements = {
    insertDocument: insertInto('documents', 6),
    insertLines: insertInto('lines', 5),
    insertTerms: insertTerms('terms', FIELD_CLASSES),
    insertTitles: insertTerms('titles', TITLE_COLUMNS),
    deletes: [
      deleteFrom('documents', 'slot'),
      deleteFrom('lines', 'slot'),
      deleteFrom('terms', 'rowid'),
      deleteFrom('titles', 'rowid'),
    ],
    selectLines: database.prepare(
      `select slot, title, identifier, summary, body from json_each(?) cross join ${name}_lines on slot = value`,
    ),
    selectColumns: database.prepare(
      `select slot, id, kind, facets, numbers from ${name}_documents order by slot`,
    ),
    compare: database.prepare(`select id, revision from ${name}_documents where id > ? order by id limit ?`),
  };
  statements.selectLines.setReturnArrays(true);
  // The full-text tables keep rows of their own whose ids, told as the last one inserted, are beyond a number.
  for (const statement of [statements.insertTerms, statements.insertTitles, ...statements.deletes])
    statement.setReadBigInts(true);
  return statements;
}

export type GenerationStatements = ReturnType<typeof prepareStatements>;

function fullText(table: string, columns: readonly string[]): string {
  return `
    create virtual table if not exists ${table} using fts5(
      ${columns.join(', ')}, content = '', contentless_delete = 1, tokenize = "${TOKENISER}"
    );
    insert into ${table} (${table}, rank) values ('hashsize', ${WRITE_BUFFER});
    insert into ${table} (${table}, rank) values ('pgsz', ${PIECE});
  `;
}
