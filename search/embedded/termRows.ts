import type { DatabaseSync } from 'node:sqlite';
import { isHan } from '../analysis/tokenise.ts';
import type { Clause } from '../query/parseQuery.ts';
import type { SlotSet } from './characterSets.ts';
import type { Generation } from './generation.ts';
import { inColumns, matchClause } from './matchExpression.ts';

/** What bm25 counts an occurrence in title, identifier, summary and body. */
const BM25_WEIGHTS = [8, 10, 3, 1];

/** One page asks several times for the same words: how many there are, and how many of each age. */
const MOST_KEPT = 400_000;

/** Reads rows of the full-text tables: slots alone, which is quick, or with bm25, which costs about 5 µs a row. */
export function createTermRows(database: DatabaseSync, generation: Generation) {
  const table = `${generation.name}_terms`;
  const kept = new Map<string, number[]>();
  let keptSlots = 0;
  const slotsIn = (name: string) =>
    // One string of all numbers is twice as quick to hand over as a row for each.
    database.prepare(`select json_group_array(rowid) as slots from ${name} where ${name} match ?`);
  const slots = slotsIn(table);
  const titleSlots = slotsIn(`${generation.name}_titles`);
  const limited = database.prepare(
    `select json_group_array(slot) as slots from (select rowid as slot from ${table} where ${table} match ? limit ?)`,
  );
  const scored = database.prepare(
    `select rowid, -bm25(${table}, ${BM25_WEIGHTS.join(', ')}) from ${table} where ${table} match ?`,
  );
  const counted = database.prepare(
    `select count(*) as found from (select 1 from ${table} where ${table} match ? limit ?)`,
  );
  scored.setReturnArrays(true);

  const look = (expression: string): number[] => JSON.parse(String(slots.get(expression)?.slots));

  function forget(): void {
    kept.clear();
    keptSlots = 0;
  }

  function keep(expression: string, found: number[]): number[] {
    if (keptSlots + found.length > MOST_KEPT) forget();
    if (!kept.has(expression)) keptSlots += found.length;
    kept.set(expression, found);
    return found;
  }

  return {
    slots: (expression: string): number[] => kept.get(expression) ?? keep(expression, look(expression)),
    /** The same; null when there are more. */
    slotsUpTo(expression: string, limit: number): number[] | null {
      const found: number[] =
        kept.get(expression) ?? JSON.parse(String(limited.get(expression, limit + 1)?.slots));
      return found.length > limit ? null : keep(expression, found);
    },
    /** The same in some columns of the table of titles. */
    titleSlots: (columns: string[], expression: string): number[] =>
      JSON.parse(String(titleSlots.get(inColumns(columns, expression))?.slots)),
    /** The documents with a character, where a clause asks for one that stands alone. */
    characterSet(clause: Clause): SlotSet | null {
      const character = loneCharacter(clause);
      return character === null
        ? null
        : generation.characterSets.of(character, () => look(matchClause(clause)));
    },
    /** How many documents an expression finds, not counted beyond a limit. */
    count: (expression: string, limit: number): number => Number(counted.get(expression, limit)?.found),
    /** Slots with bm25, higher is better. */
    scored(expression: string): [slot: number, score: number][] {
      return scored.all(expression) as unknown as [number, number][];
    },
    /** Something was written. */
    forget,
  };
}

export type TermRows = ReturnType<typeof createTermRows>;

function loneCharacter({ alternatives, bridgedBy }: Clause): string | null {
  const [first, ...others] = alternatives;
  const [term = ''] = first?.terms ?? [];
  const isLone = others.length === 0 && bridgedBy === null && first?.terms.length === 1 && first.isPrefix;
  return isLone && isHan(term.charCodeAt(0)) && [...term].length === 1 ? term : null;
}
