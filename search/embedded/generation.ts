import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  type AnalysedDocument,
  analyseDocument,
  engineTerms,
  FIELD_CLASSES,
} from '../analysis/analysedDocument.ts';
import { type Columns, createColumns } from '../columns/columns.ts';
import type { SearchChange, SearchDocument } from '../searchIndex.ts';

/** Every punctuation mark a term of ours may hold; everything else parts terms. */
const TOKENISER = `ascii tokenchars '-./%()+'`;

/** Terms gathered in memory before they are written as a segment; large, so that a rebuild merges little. */
const WRITE_BUFFER = 32_000_000;

/**
 * The tables of one index as built once: documents, their analysed lines, and the full-text index over their
 * terms (contentless: the terms stand nowhere else). A rebuild makes the next generation beside it.
 */
export function createGeneration(database: DatabaseSync, name: string) {
  createTables(database, name);
  const statements = prepareStatements(database, name);
  let columns = loadColumns(statements);

  function put(document: SearchDocument): void {
    const lines = analyseDocument(document);
    const slot = columns.slotFor(document.id);
    if (columns.isLive(slot)) eraseRows(slot);
    const { id, kind, revision, facets, numbers } = document;
    statements.insertDocument.run(slot, id, kind, revision, JSON.stringify(facets), JSON.stringify(numbers));
    statements.insertLines.run(slot, ...FIELD_CLASSES.map((field) => lines[field]));
    statements.insertTerms.run(slot, ...FIELD_CLASSES.map((field) => engineTerms(lines[field]).join(' ')));
    columns.write(slot, document);
  }

  function remove(id: string): void {
    const slot = columns.findSlot(id);
    if (slot === undefined) return;
    eraseRows(slot);
    columns.remove(slot);
  }

  function eraseRows(slot: number): void {
    statements.deleteDocument.run(slot);
    statements.deleteLines.run(slot);
    statements.deleteTerms.run(slot);
  }

  return {
    name,
    columns: () => columns,
    /** Takes part in the caller's transaction. */
    apply(change: SearchChange): void {
      if ('put' in change) put(change.put);
      else remove(change.remove);
    },
    /** Reads the columns again after another process wrote, or after a transaction was undone. */
    reload(): void {
      columns = loadColumns(statements);
    },
    readLines(slot: number): AnalysedDocument {
      const row = statements.selectLines.get(slot) as AnalysedDocument | undefined;
      return row ?? { title: '', identifier: '', summary: '', body: '' };
    },
    compare(after: string, limit: number): { id: string; revision: number }[] {
      return statements.compare
        .all(after, limit)
        .map((row) => ({ id: String(row.id), revision: Number(row.revision) }));
    },
    drop: () => dropTables(database, name),
  };
}

export type Generation = ReturnType<typeof createGeneration>;

function createTables(database: DatabaseSync, name: string): void {
  database.exec(`
    create table if not exists ${name}_documents (
      slot integer primary key, id text not null unique, kind text not null, revision integer not null,
      facets text not null, numbers text not null
    ) strict;
    create table if not exists ${name}_lines (
      slot integer primary key, title text not null, identifier text not null, summary text not null, body text not null
    ) strict;
    create virtual table if not exists ${name}_terms using fts5(
      ${FIELD_CLASSES.join(', ')}, content = '', contentless_delete = 1, tokenize = "${TOKENISER}"
    );
    insert into ${name}_terms (${name}_terms, rank) values ('hashsize', ${WRITE_BUFFER});
  `);
}

/** Drops what a generation left, complete or not. */
export function dropTables(database: DatabaseSync, name: string): void {
  for (const table of ['documents', 'lines', 'terms']) database.exec(`drop table if exists ${name}_${table}`);
}

function prepareStatements(database: DatabaseSync, name: string) {
  const statements = {
    insertDocument: database.prepare(`insert into ${name}_documents values (?, ?, ?, ?, ?, ?)`),
    insertLines: database.prepare(`insert into ${name}_lines values (?, ?, ?, ?, ?)`),
    insertTerms: database.prepare(
      `insert into ${name}_terms (rowid, ${FIELD_CLASSES.join(', ')}) values (?, ?, ?, ?, ?)`,
    ),
    deleteDocument: database.prepare(`delete from ${name}_documents where slot = ?`),
    deleteLines: database.prepare(`delete from ${name}_lines where slot = ?`),
    deleteTerms: database.prepare(`delete from ${name}_terms where rowid = ?`),
    selectLines: database.prepare(
      `select title, identifier, summary, body from ${name}_lines where slot = ?`,
    ),
    selectColumns: database.prepare(
      `select slot, id, kind, facets, numbers from ${name}_documents order by slot`,
    ),
    compare: database.prepare(`select id, revision from ${name}_documents where id > ? order by id limit ?`),
  };
  // The full-text table keeps rows of its own whose ids, told as the last one inserted, are beyond a number.
  statements.insertTerms.setReadBigInts(true);
  statements.deleteTerms.setReadBigInts(true);
  return statements;
}

function loadColumns({ selectColumns }: { selectColumns: StatementSync }): Columns {
  const columns = createColumns();
  let next = 1;
  for (const row of selectColumns.iterate()) {
    const slot = Number(row.slot);
    for (; next < slot; next += 1) columns.setFree(next);
    next = slot + 1;
    columns.write(slot, {
      id: String(row.id),
      kind: String(row.kind),
      facets: JSON.parse(String(row.facets)),
      numbers: JSON.parse(String(row.numbers)),
    });
  }
  return columns;
}
