import { once } from 'node:events';
import type { Response } from 'express';
import { csvOf } from '../statistics/csv.ts';

type Row = readonly string[];

/** Answers with a table to be saved, written while its rows are read; the name says what it holds. */
export async function sendCsv(
  response: Response,
  name: string,
  { header, pages }: { header: Row; pages: AsyncIterable<readonly Row[]> },
): Promise<void> {
  response.attachment(name).type('text/csv; charset=utf-8');
  response.write(csvOf([header]));
  for await (const rows of pages) {
    if (response.destroyed) return;
    if (rows.length === 0) continue;
    // The mark of the byte order stands at the beginning only.
    if (!response.write(csvOf(rows).slice(1)))
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  response.end();
}
