import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type ExcelJS from 'exceljs';
import { openSheets } from './sheetReader.ts';

/** One row of an imported file: where it stands and its cells by header, all text. */
export interface ImportRow {
  line: number;
  cells: Record<string, string>;
  /** Set when the row itself cannot be read; a translation key. */
  problem?: string;
}

export type ImportFormat = 'csv' | 'xlsx' | 'jsonl';

const SAMPLE_BYTES = 64 * 1024;

/** Tells the format by the first bytes, whatever the file is called. */
export async function detectFormat(
  path: string,
): Promise<{ format: ImportFormat; encoding: 'utf-8' | 'gb18030' }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const sample = buffer.subarray(0, bytesRead);
    if (sample.subarray(0, 2).toString('latin1') === 'PK') return { format: 'xlsx', encoding: 'utf-8' };
    const encoding = isUtf8(sample, bytesRead === SAMPLE_BYTES) ? 'utf-8' : 'gb18030';
    const start = new TextDecoder(encoding).decode(sample).trimStart();
    return { format: start.startsWith('{') ? 'jsonl' : 'csv', encoding };
  } finally {
    await file.close();
  }
}

/** A sample may end in the middle of a character; up to three bytes are given up for that. */
function isUtf8(sample: Buffer, isCut: boolean): boolean {
  for (let cut = 0; cut <= (isCut ? 3 : 0); cut++) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(sample.subarray(0, sample.length - cut));
      return true;
    } catch {}
  }
  return false;
}

/** How many rows a file has, for showing progress. */
export async function countRows(path: string): Promise<number> {
  let count = 0;
  for await (const _row of readRows(path)) count += 1;
  return count;
}

/** The rows of a file one by one, in bounded memory. */
export async function* readRows(path: string): AsyncGenerator<ImportRow> {
  const { format, encoding } = await detectFormat(path);
  if (format === 'xlsx') yield* readSheet(path);
  else if (format === 'jsonl') yield* readJsonLines(path, encoding);
  else yield* readCsv(path, encoding);
}

function textOf(path: string, encoding: string): Readable {
  const decoder = new TextDecoderStream(encoding);
  const bytes = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array<ArrayBuffer>>;
  return Readable.fromWeb(bytes.pipeThrough(decoder) as Parameters<typeof Readable.fromWeb>[0]);
}

async function* readCsv(path: string, encoding: string): AsyncGenerator<ImportRow> {
  const parser = textOf(path, encoding).pipe(
    parse({
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 1_000_000,
    }),
  );
  let header: string[] | null = null;
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[];
    info: { lines: number };
  }>) {
    if (header === null) header = record.map((name) => name.trim());
    else yield rowOf(info.lines, header, record);
  }
}

function rowOf(line: number, header: string[], cells: string[]): ImportRow {
  const named = Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
  return cells.length > header.length
    ? { line, cells: named, problem: 'import:tooManyCells' }
    : { line, cells: named };
}

async function* readJsonLines(path: string, encoding: string): AsyncGenerator<ImportRow> {
  let line = 0;
  for await (const text of createInterface({
    input: textOf(path, encoding),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    if (text.trim() !== '') yield jsonRow(line, text);
  }
}

function jsonRow(line: number, text: string): ImportRow {
  try {
    const parsed: unknown = JSON.parse(text);
    if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed))
      return { line, cells: {}, problem: 'import:notAnObject' };
    return { line, cells: flatten(parsed as Record<string, unknown>) };
  } catch {
    return { line, cells: {}, problem: 'import:notJson' };
  }
}

/** Nested values become dotted names (`title.zh`); lists of plain values are joined. */
function flatten(value: Record<string, unknown>, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]): [string, string][] => {
      const path = `${prefix}${name}`;
      if (item === null || item === undefined) return [];
      if (Array.isArray(item) && item.every((part) => typeof part !== 'object'))
        return [[path, item.join('; ')]];
      return typeof item === 'object'
        ? Object.entries(flatten(item as Record<string, unknown>, `${path}.`))
        : [[path, String(item)]];
    }),
  );
}

async function* readSheet(path: string): AsyncGenerator<ImportRow> {
  for await (const sheet of openSheets(path)) {
    let header: string[] | null = null;
    for await (const row of sheet) {
      const cells = (row.values as ExcelJS.CellValue[]).slice(1).map(cellText);
      if (header === null) header = cells.map((name) => name.trim());
      else if (cells.some((cell) => cell !== '')) yield rowOf(row.number, header, cells);
    }
    return;
  }
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return String(value.text);
  return 'result' in value ? cellText(value.result as ExcelJS.CellValue) : '';
}
