import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { readRows } from '../../../server/import/readRows.ts';
import { goodRow, HEADERS, writeCsv, writeSheet } from '../../support/importFile.ts';

/** Enough text that it is read in many pieces, with characters of two to four bytes across their edges. */
const rows = Array.from({ length: 1_500 }, (_, number) => {
  const row = goodRow(number);
  return row.with(1, `${'é钢𠮷'.repeat(3 + (number % 7))}${number}`);
});

describe('the rows of a file', () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dual-helix-rows-'));
  });
  after(() => rm(directory, { recursive: true, force: true }));

  async function cellsOf(file: string): Promise<string[][]> {
    const found: string[][] = [];
    for await (const { cells } of readRows(join(directory, file)))
      found.push(HEADERS.map((header) => cells[header] ?? ''));
    return found;
  }

  it('are those of the sheet, whole characters also where the file is read in pieces', async () => {
    await writeSheet(join(directory, 'shared.xlsx'), rows);
    assert.deepEqual(await cellsOf('shared.xlsx'), rows);
  });

  it('are those of a sheet that keeps its texts in its cells', async () => {
    const path = join(directory, 'inline.xlsx');
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
      stream: createWriteStream(path),
      useSharedStrings: false,
    });
    const sheet = workbook.addWorksheet('成果');
    for (const row of [HEADERS, ...rows]) sheet.addRow(row).commit();
    sheet.commit();
    await workbook.commit();
    assert.deepEqual(await cellsOf('inline.xlsx'), rows);
  });

  for (const encoding of ['utf-8', 'gb18030'] as const) {
    it(`are those of a table in ${encoding}`, async () => {
      await writeCsv(join(directory, `${encoding}.csv`), rows, encoding);
      assert.deepEqual(await cellsOf(`${encoding}.csv`), rows);
    });
  }
});
