import type { DatabaseSync } from 'node:sqlite';
import { type AnalysedDocument, FIELD_CLASSES } from '../analysis/analysedDocument.ts';
import { type Columns, createColumns } from '../columns/columns.ts';
import type { SearchChange } from '../searchIndex.ts';
import { createCharacterSets } from './characterSets.ts';
import {
  createTables,
  dropTables,
  type GenerationStatements,
  mergeStep,
  prepareStatements,
  setMerging,
} from './generationTables.ts';
import { type IndexRow, indexRow } from './indexRow.ts';

/**
 * The tables of one index as built once: documents, their analysed lines, and the full-text index over their terms. A
 * rebuild makes the next generation beside it.
 */
export function createGeneration(database: DatabaseSync, name: string) {
  createTables(database, name);
  const statements = prepareStatements(database, name);
  const characterSets = createCharacterSets();
  let columns = loadColumns(statements);

  function put(row: IndexRow): void {
    const slot = columns.slotFor(row.id);
    if (columns.isLive(slot)) eraseRows(slot);
    const { id, kind, revision, facets, numbers, lines } = row;
    statements.insertDocument.run(slot, id, kind, revision, JSON.stringify(facets), JSON.stringify(numbers));
    statements.insertLines.run(slot, ...FIELD_CLASSES.map((field) => lines[field]));
    statements.insertTerms.run(slot, ...row.terms);
    statements.insertTitles.run(slot, ...row.terms.slice(0, 2), ...row.repeated);
    characterSets.write(slot, lines);
    columns.write(slot, row);
  }

  function remove(id: string): void {
    const slot = columns.findSlot(id);
    if (slot === undefined) return;
    eraseRows(slot);
    columns.remove(slot);
  }

  function eraseRows(slot: number): void {
    for (const statement of statements.deletes) statement.run(slot);
    characterSets.remove(slot);
  }

  return {
    name,
    columns: () => columns,
    /** Known as long as nobody else writes. */
    characterSets,
    /** Takes part in the caller's transaction, as all that writes here. */
    apply(change: SearchChange): void {
      if ('put' in change) put(indexRow(change.put));
      else remove(change.remove);
    },
    put,
    /** Reads the columns again after another process wrote, or after a transaction was undone. */
    reload(): void {
      columns = loadColumns(statements);
      characterSets.forget();
    },
    /** The analysed lines of each slot, in the order given. */
    readLines(slots: number[]): AnalysedDocument[] {
      const rows = statements.selectLines.all(JSON.stringify(slots)) as unknown as [number, ...string[]][];
      const bySlot = new Map(rows.map(([slot, ...lines]) => [slot, lines]));
      return slots.map((slot) => {
        const [title = '', identifier = '', summary = '', body = ''] = bySlot.get(slot) ?? [];
        return { title, identifier, summary, body };
      });
    },
    compare(after: string, limit: number): { id: string; revision: number }[] {
      return statements.compare
        .all(after, limit)
        .map((row) => ({ id: String(row.id), revision: Number(row.revision) }));
    },
    merge: (isFirst: boolean) => mergeStep(database, name, isFirst),
    beginBuilding: () => setMerging(database, name, true),
    endBuilding: () => setMerging(database, name, false),
    drop: () => dropTables(database, name),
  };
}

export type Generation = ReturnType<typeof createGeneration>;

function loadColumns({ selectColumns }: GenerationStatements): Columns {
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
