import type { DatabaseSync } from 'node:sqlite';

/** What bm25 counts an occurrence in title, identifier, summary and body. */
const BM25_WEIGHTS = [8, 10, 3, 1];

/** Reads rows of a full-text table: slots alone, which is quick, or with bm25, which costs about 2 µs a row. */
export function createTermRows(database: DatabaseSync, name: string) {
  const table = `${name}_terms`;
  // One string of all numbers is twice as quick to hand over as a row for each.
  const slots = database.prepare(
    `select json_group_array(rowid) as slots from ${table} where ${table} match ?`,
  );
  const scored = database.prepare(
    `select rowid, -bm25(${table}, ${BM25_WEIGHTS.join(', ')}) from ${table} where ${table} match ? and rowid >= ?`,
  );
  const counted = database.prepare(
    `select count(*) as found from (select 1 from ${table} where ${table} match ? limit ?)`,
  );
  scored.setReturnArrays(true);

  return {
    slots: (expression: string): number[] => JSON.parse(String(slots.get(expression)?.slots)),
    /** How many documents an expression finds, not counted beyond a limit. */
    count: (expression: string, limit: number): number => Number(counted.get(expression, limit)?.found),
    /** Slots with bm25, higher is better, from a slot on. */
    scored(expression: string, from = 0): [slot: number, score: number][] {
      return scored.all(expression, from) as unknown as [number, number][];
    },
  };
}

export type TermRows = ReturnType<typeof createTermRows>;
