import type { Readable } from 'node:stream';
import ExcelJS from 'exceljs';

type Chunks = AsyncIterable<Uint8Array | string>;

/** The two steps in which the library reads text, as it calls them. */
interface Steps {
  _parseSharedStrings(entry: Readable): AsyncIterable<unknown>;
  _parseWorksheet(chunks: Chunks, ...rest: unknown[]): Iterable<unknown>;
}

const Reader = ExcelJS.stream.xlsx.WorkbookReader as unknown as new (
  path: string,
  options: Partial<ExcelJS.stream.xlsx.WorkbookStreamReaderOptions>,
) => Steps & ExcelJS.stream.xlsx.WorkbookReader;

/**
 * Reads a workbook sheet by sheet, row by row. The library decodes each chunk of a file by itself, which breaks a
 * Chinese character that lies across two of them; here it is given text that was decoded as a whole.
 */
class SheetReader extends Reader {
  override _parseSharedStrings(entry: Readable): AsyncIterable<unknown> {
    return super._parseSharedStrings(entry.setEncoding('utf8'));
  }

  override _parseWorksheet(chunks: Chunks, ...rest: unknown[]): Iterable<unknown> {
    return super._parseWorksheet(decoded(chunks), ...rest);
  }
}

async function* decoded(chunks: Chunks): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks)
    yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

export function openSheets(path: string): ExcelJS.stream.xlsx.WorkbookReader {
  return new SheetReader(path, {
    sharedStrings: 'cache',
    worksheets: 'emit',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
}
