// Making a format costs a hundred times as much as using it.
const formats = [0, 1, 2, 3, 4, 5, 6].map(
  (digits) => new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }),
);

/** A number with its thousands apart, `12,400.5`, with so many digits behind the point at most (up to 6). */
export function groupedNumber(value: number, digits = 3): string {
  return formats[digits]?.format(value) ?? String(value);
}
