const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * Rows as CSV for office programs: with a byte-order mark, quoted, and with a quote before anything
 * a spreadsheet would run as a formula.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
