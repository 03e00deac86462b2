import { createReadStream } from 'node:fs';
import { type FileHandle, open, truncate } from 'node:fs/promises';
import { blocked } from '../../errors.ts';
import { csvOf } from '../../statistics/csv.ts';

const QUOTE = 0x22;
const LINE_END = 0x0a;
const NOTHING: Buffer = Buffer.alloc(0);

/** Where a table that was being written stands: the end of its last whole row, and the first cell of that row. */
interface Standing {
  /** What there is of the first row. */
  header: Buffer;
  end: number;
  lastLine: number;
}

/**
 * The table a stock-take is written to, row by row. A file that is there is gone on with when asked for, after a row
 * that was cut in the middle is taken off; else it is left alone.
 */
export async function openStockFile(path: string, columns: string[], isResumed: boolean) {
  const header = Buffer.from(csvOf([columns]));
  const standing = isResumed ? await readStanding(path) : null;
  if (
    standing !== null &&
    !header.subarray(0, standing.lastLine < 0 ? standing.header.length : undefined).equals(standing.header)
  )
    throw blocked('stock:otherTable', { path });
  if (standing !== null) await truncate(path, standing.lastLine < 0 ? 0 : standing.end);
  const file = await openNew(path, standing === null ? 'ax' : 'a');
  if (standing === null || standing.lastLine < 0) await file.write(header);
  return {
    /** Rows up to this line of the file are there already. */
    lastLine: Math.max(0, standing?.lastLine ?? 0),
    add: async (cells: string[]): Promise<void> => {
      await file.write(csvOf([cells]).slice(1));
    },
    close: (): Promise<void> => file.close(),
  };
}

async function openNew(path: string, flags: string): Promise<FileHandle> {
  try {
    return await open(path, flags);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw blocked('stock:fileExists', { path });
    throw error;
  }
}

/** Reads in pieces; a line end within quotes ends no row. Null when there is no file; `lastLine` -1 without a whole header. */
async function readStanding(path: string): Promise<Standing | null> {
  let [isQuoted, at, rows, end] = [false, 0, 0, 0];
  let [row, header, last] = [NOTHING, NOTHING, NOTHING];
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      let from = 0;
      for (const [index, byte] of piece.entries()) {
        if (byte === QUOTE) isQuoted = !isQuoted;
        if (byte !== LINE_END || isQuoted) continue;
        last = Buffer.concat([row, piece.subarray(from, index + 1)]);
        if (rows === 0) header = last;
        row = NOTHING;
        [from, end, rows] = [index + 1, at + index + 1, rows + 1];
      }
      row = Buffer.concat([row, piece.subarray(from)]);
      at += piece.length;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const line = rows > 1 ? Number(/^"(\d+)"/.exec(String(last))?.[1] ?? 0) : 0;
  return rows === 0 ? { header: row, end, lastLine: -1 } : { header, end, lastLine: line };
}
