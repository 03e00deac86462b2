import type { DatabaseSync } from 'node:sqlite';
import type { IndexName, SearchChange } from '../searchIndex.ts';
import { SEARCH_VERSION } from '../searchVersion.ts';
import { createGeneration, type Generation } from './generation.ts';
import { dropTables } from './generationTables.ts';
import type { IndexRow } from './indexRow.ts';
import { createTermRows, type TermRows } from './termRows.ts';

/** A rebuild on its way, and the ids that changed since it began: what it brings for them is older. */
interface Rebuild {
  number: number;
  generation: Generation;
  changed: Set<string>;
}

/** One index as searches see it, and the next generation while it is being rebuilt. Callers keep transactions. */
export function createLiveIndex(database: DatabaseSync, name: IndexName) {
  const table = createGenerationTable(database, name);
  let number = 0;
  let generation: Generation;
  let rows: TermRows;
  let rebuild: Rebuild | null = null;
  use(table.read().number);

  function use(wanted: number): void {
    number = wanted;
    generation = createGeneration(database, tablesOf(name, wanted));
    rows = createTermRows(database, generation);
  }

  function abandonRebuild(): void {
    rebuild?.generation.drop();
    rebuild = null;
  }

  return {
    generation: () => generation,
    rows: () => rows,
    /** The version all documents were built with; empty until the first rebuild. */
    version: () => table.read().version,
    apply(changes: SearchChange[]): void {
      for (const change of changes) {
        generation.apply(change);
        rebuild?.generation.apply(change);
        rows.forget();
        rebuild?.changed.add('put' in change ? change.put.id : change.remove);
      }
    },
    beginRebuild(): void {
      abandonRebuild();
      const next = Math.max(number, ...table.numbersWithTables()) + 1;
      rebuild = {
        number: next,
        generation: createGeneration(database, tablesOf(name, next)),
        changed: new Set(),
      };
      rebuild.generation.beginBuilding();
    },
    addToRebuild(added: IndexRow[]): void {
      if (!rebuild) throw new Error(`No rebuild of ${name} is on its way.`);
      for (const row of added) if (!rebuild.changed.has(row.id)) rebuild.generation.put(row);
    },
    /** Merges what was added, a step a call. @returns whether there is more to do. */
    mergeRebuild(isFirst: boolean): boolean {
      if (!rebuild) throw new Error(`No rebuild of ${name} is on its way.`);
      return rebuild.generation.merge(isFirst);
    },
    /** Swaps the new generation in and returns how many documents it has. */
    finishRebuild(): number {
      if (!rebuild) throw new Error(`No rebuild of ${name} is on its way.`);
      rebuild.generation.endBuilding();
      table.write({ number: rebuild.number, version: SEARCH_VERSION });
      ({ number, generation } = rebuild);
      rows = createTermRows(database, generation);
      rebuild = null;
      // The generation before, and what a process that died left half done.
      for (const other of table.numbersWithTables())
        if (other !== number) dropTables(database, tablesOf(name, other));
      return generation.columns().size();
    },
    abandonRebuild,
    /** Another process wrote, perhaps swapped generations, or a transaction was undone. */
    reload(): void {
      const current = table.read().number;
      if (current === number) generation.reload();
      else use(current);
      rows.forget();
      rebuild?.generation.reload();
    },
  };
}

export type LiveIndex = ReturnType<typeof createLiveIndex>;

function tablesOf(name: IndexName, number: number): string {
  return `${name}_${number}`;
}

function createGenerationTable(database: DatabaseSync, name: IndexName) {
  const select = database.prepare('select number, version from generations where index_name = ?');
  const tables = database.prepare("select name from sqlite_schema where name like ? || '%documents'");
  const upsert = database.prepare('insert or replace into generations values (?, ?, ?)');
  return {
    read(): { number: number; version: string } {
      const row = select.get(name);
      return { number: Number(row?.number ?? 0), version: String(row?.version ?? '') };
    },
    numbersWithTables: (): number[] =>
      tables.all(`${name}_`).map((row) => Number(String(row.name).split('_')[1])),
    write({ number, version }: { number: number; version: string }): void {
      upsert.run(name, number, version);
    },
  };
}
