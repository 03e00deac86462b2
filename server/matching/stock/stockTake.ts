import { readRows } from '../../import/readRows.ts';
import type { MatchSide } from '../match.ts';
import { openStockFile } from './stockFile.ts';
import type { StockMatcher } from './stockMatcher.ts';
import type { Speaker } from './stockReasons.ts';
import { readStockRow } from './stockRow.ts';
import { type StockResult, stockCells, stockColumns, stockResult } from './stockTable.ts';

/** A list of supplies or needs that is held against the market. */
export interface StockTake {
  path: string;
  out: string;
  side: MatchSide;
  /** Goes on with the table at `out` after its last whole row. */
  isResumed: boolean;
  speaker: Speaker;
  onProgress?: (counts: StockCounts) => void;
}

export type StockCounts = Record<StockResult | 'rows' | 'earlier', number>;

/** Holds a list against the market row by row and writes what is found as it is found; one row in memory. */
export async function takeStock(match: StockMatcher, take: StockTake): Promise<StockCounts> {
  const { path, out, side, isResumed, speaker, onProgress } = take;
  const counts: StockCounts = { rows: 0, earlier: 0, match: 0, near: 0, gap: 0, problem: 0 };
  const table = await openStockFile(out, stockColumns(speaker), isResumed);
  try {
    for await (const row of readRows(path)) {
      counts.rows += 1;
      if (row.line <= table.lastLine) {
        counts.earlier += 1;
        continue;
      }
      const read = readStockRow(row, side);
      const found = read.text === null ? null : await match(read.text, side);
      counts[stockResult(found)] += 1;
      await table.add(stockCells(read, found, { ...speaker, side }));
      onProgress?.(counts);
    }
  } finally {
    await table.close();
  }
  return counts;
}
