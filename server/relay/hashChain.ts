import { createHash } from 'node:crypto';
import type { LoggedEvent } from '../../models/records.ts';

/** What the first row names as the row before it. */
export const CHAIN_START = '0'.repeat(64);

export type Unhashed = Omit<LoggedEvent, 'hash'>;

/** The hash of a row: SHA-256 over its canonical JSON, which includes the hash of the row before. */
export function hashOf({ _id, sequence, at, name, actor, subject, detail, previousHash }: Unhashed): string {
  const row = { id: _id, sequence, at, name, actor, subject, detail, previousHash };
  return createHash('sha256').update(canonicalJson(row)).digest('hex');
}

/** JSON with sorted keys, so that the same facts always give the same bytes. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

export interface Verification {
  rows: number;
  headSequence: number;
  headHash: string;
  /** The first row that does not fit, with the reason; null when the whole chain holds. */
  broken: { sequence: number; eventId: string; problem: 'gap' | 'link' | 'hash' } | null;
}

/** Walks the log from its first row and stops at the first link that does not hold. */
export async function verifyChain(rows: AsyncIterable<LoggedEvent>): Promise<Verification> {
  const state: Verification = { rows: 0, headSequence: 0, headHash: CHAIN_START, broken: null };
  for await (const row of rows) {
    const problem = problemOf(row, state);
    if (problem !== null) return { ...state, broken: { sequence: row.sequence, eventId: row._id, problem } };
    state.rows += 1;
    state.headSequence = row.sequence;
    state.headHash = row.hash;
  }
  return state;
}

function problemOf(row: LoggedEvent, before: Verification): 'gap' | 'link' | 'hash' | null {
  if (row.sequence !== before.headSequence + 1) return 'gap';
  if (row.previousHash !== before.headHash) return 'link';
  return hashOf(row) === row.hash ? null : 'hash';
}
