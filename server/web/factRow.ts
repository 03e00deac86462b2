/** One row of the partial `facts`: plain lines, or the reason why the reader may not see them. */
export interface FactRow {
  label: string;
  lines: string[];
  /** Where the fact leads, with the language; empty when nowhere. */
  href: string;
  /** Said in small print under the fact, such as when and by whom it was checked. */
  note: string;
  withheld: string;
}

export function factRow(
  label: string,
  given: string | string[],
  more: Partial<Omit<FactRow, 'label' | 'lines'>> = {},
): FactRow {
  const lines = (Array.isArray(given) ? given : [given]).filter((line) => line !== '');
  return { label, lines, href: '', note: '', withheld: '', ...more };
}
