import { type CollectionEntry, indexTableOf, tableOf } from './catalogue.ts';
import type { Database, Row } from './database.ts';
import { type Branch, ID_INDEX } from './plan.ts';

/** A row as read: its number, the key it was found by, the bytes of the document. */
export interface ScannedRow {
  rid: number;
  key: Uint8Array | number;
  bytes: Uint8Array;
}

const FIRST_CHUNK = 32;
const LARGEST_CHUNK = 256;
/** Large documents are read a few at a time. */
const CHUNK_BYTES = 1_000_000;
const AFTER_KEY = Buffer.from([0]);

/**
 * Reads a branch in chunks. Each is a finished statement that goes on behind the last key, so nothing
 * stays open while the caller waits, and rows written meanwhile are met in order or not at all.
 */
export function* scanBranch(
  database: Database,
  entry: CollectionEntry,
  branch: Branch,
  wanted: number,
): Generator<ScannedRow[]> {
  if (branch.range.point) {
    const row = database.get(`SELECT rid, id, doc FROM ${tableOf(entry)} WHERE id = ?`, branch.range.point);
    if (row) yield [scannedRow(row)];
    return;
  }
  const sql = chunkSql(entry, branch);
  let { low, high } = branch.range;
  let last = 0;
  // Where every row is another match in the right order, no more are read than are wanted.
  const isEachWanted = branch.isExact && branch.order === 'full' && !branch.index?.arrayFields.includes(true);
  let left = isEachWanted ? wanted : Number.POSITIVE_INFINITY;
  let size = Math.max(1, Math.min(left, left <= LARGEST_CHUNK ? LARGEST_CHUNK : FIRST_CHUNK));
  if (Buffer.compare(low, high) >= 0) return;
  for (;;) {
    const rows = (branch.index ? database.all(sql, low, high, size) : database.all(sql, last, size)).map(
      scannedRow,
    );
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    left -= rows.length;
    if (rows.length < size || left <= 0) return;
    if (typeof end.key === 'number') last = end.key;
    else if (branch.isReverse) high = Buffer.from(end.key);
    else low = Buffer.concat([end.key, AFTER_KEY]);
    const bytes = rows.reduce((sum, row) => sum + row.bytes.length, 0);
    size = bytes > CHUNK_BYTES ? Math.max(1, size >> 2) : Math.min(size * 2, LARGEST_CHUNK, left);
  }
}

function scannedRow([rid, key, bytes]: Row): ScannedRow {
  return { rid: rid as number, key: key as Uint8Array | number, bytes: bytes as Uint8Array };
}

function chunkSql(entry: CollectionEntry, { index, isReverse }: Branch): string {
  const table = tableOf(entry);
  const direction = isReverse ? 'DESC' : 'ASC';
  if (!index) return `SELECT rid, rid, doc FROM ${table} WHERE rid > ? ORDER BY rid LIMIT ?`;
  if (index === ID_INDEX) {
    return `SELECT rid, id, doc FROM ${table} WHERE id >= ? AND id < ? ORDER BY id ${direction} LIMIT ?`;
  }
  return `SELECT d.rid, i.k, d.doc FROM ${indexTableOf(index)} AS i CROSS JOIN ${table} AS d ON d.rid = i.rid
    WHERE i.k >= ? AND i.k < ? ORDER BY i.k ${direction} LIMIT ?`;
}

/** How many rows a branch has, counted without reading them, up to `cap`. */
export function countBranch(
  database: Database,
  entry: CollectionEntry,
  { index, range }: Branch,
  cap: number,
): number {
  if (!index)
    return Number(database.get(`SELECT count(*) FROM (SELECT 1 FROM ${tableOf(entry)} LIMIT ?)`, cap)?.[0]);
  const source = index === ID_INDEX ? tableOf(entry) : indexTableOf(index);
  const key = index === ID_INDEX ? 'id' : 'k';
  const inner = `SELECT 1 FROM ${source} WHERE ${key} >= ? AND ${key} < ? LIMIT ?`;
  return Number(database.get(`SELECT count(*) FROM (${inner})`, range.low, range.high, cap)?.[0]);
}

/** How many documents have a key in any of the branches, each counted once. */
export function countDocumentsOf(database: Database, entry: CollectionEntry, branches: Branch[]): number {
  if (branches.length === 0) return 0;
  const parts = branches.map(({ index }) => {
    const [source, key] = !index || index === ID_INDEX ? [tableOf(entry), 'id'] : [indexTableOf(index), 'k'];
    return `SELECT rid FROM ${source} WHERE ${key} >= ? AND ${key} < ?`;
  });
  const rows = parts.length === 1 ? `SELECT DISTINCT * FROM (${parts[0]})` : parts.join(' UNION ');
  const bounds = branches.flatMap(({ range }) => [range.low, range.high]);
  return Number(database.get(`SELECT count(*) FROM (${rows})`, ...bounds)?.[0]);
}

/** All of a collection in the order it was written. */
export function rowsAfter(
  database: Database,
  entry: CollectionEntry,
  rid: number,
  size: number,
): ScannedRow[] {
  return database
    .all(`SELECT rid, rid, doc FROM ${tableOf(entry)} WHERE rid > ? ORDER BY rid LIMIT ?`, rid, size)
    .map(scannedRow);
}
