import type { Connection } from 'mongoose';

/**
 * One step that brings data of an earlier version up to date. It works on collections, not on models,
 * whose schemas go on changing. It may be stopped anywhere and begun again, so what is done already
 * must be recognised and left alone; documents are changed one by one or by small batches, under an index.
 */
export interface Migration {
  /** Counts from 1 without gaps and is never given out again. */
  number: number;
  name: string;
  /** What it does, in a sentence for the operator. */
  purpose: string;
  /** How many documents it would change or add now; 0 once it is done. */
  count(connection: Connection): Promise<number>;
  run(connection: Connection, now: Date): Promise<void>;
}
