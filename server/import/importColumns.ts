import type { ListingKind } from '../../models/records.ts';
import { fieldsOf, isListingKind } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import { inputs } from '../catalogue/inputs/inputs.ts';
import { METRIC_COLUMNS } from '../catalogue/inputs/metrics.ts';
import { LANGUAGES } from '../localized.ts';

/** One column of an import file: the name of a form box, with headers people may use for it. */
export interface ImportColumn {
  name: string;
  field: Field;
  headers: string[];
}

const METRIC_ROWS = 5;
const PART_NAMES: Record<string, { zh: string; en: string }> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  amount: { zh: '万元', en: '10,000' },
  currency: { zh: '币种', en: 'currency' },
};

/** Columns that are not fields: which row it is in the sender's own system. */
export const EXTERNAL_ID_HEADERS = ['externalId', 'external_id', '外部编号', '编号', 'id'];

/** All columns a kind can be imported by; the names are those of the form boxes. */
export function importColumns(kind: ListingKind): ImportColumn[] {
  const fields = fieldsOf(kind).filter(({ step }) => step !== 'statement');
  return fields.flatMap((field) =>
    namesOf(field).map((name) => ({ name, field, headers: headersOf(field, name) })),
  );
}

function namesOf(field: Field): string[] {
  if (field.input === 'files') return [];
  if (field.input !== 'metrics') return Object.keys(inputs[field.input].write(undefined, field));
  return Array.from({ length: METRIC_ROWS }, (_, row) =>
    METRIC_COLUMNS.map((column) => `${field.name}.${row}.${column}`),
  ).flat();
}

function headersOf(field: Field, name: string): string[] {
  const part = name.slice(field.name.length + 1);
  const labels = LANGUAGES.map((language) => {
    const partName = PART_NAMES[part]?.[language] ?? part.replaceAll('.', ' ');
    return part === '' ? field.label[language] : `${field.label[language]} (${partName})`;
  });
  return [name, ...labels, ...(part === 'amount' ? [field.name, ...Object.values(field.label)] : [])];
}

/** How a header is compared: case, width, space and brackets do not matter. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s()（）_-]+/g, '');
}

export type Mapping = Record<string, string>;

/**
 * Which column of the file fills which box. A header without a language counts as Chinese.
 * Headers nobody knows are left out and shown in the preview.
 */
export function suggestMapping(kind: ListingKind, headers: string[]): Mapping {
  const byKey = new Map<string, string>();
  for (const column of importColumns(kind)) {
    for (const header of column.headers) byKey.set(headerKey(header), column.name);
    if (column.name.endsWith('.zh'))
      for (const name of bareNames(column.field)) byKey.set(headerKey(name), column.name);
  }
  const known = headers.map((header) => [header, byKey.get(headerKey(header))] as const);
  return Object.fromEntries(known.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function bareNames(field: Field): string[] {
  return [field.name, ...Object.values(field.label)];
}

/** The kind a row says it is, when the file mixes kinds. */
export function kindOfRow(cells: Record<string, string>, fallback: ListingKind | null): ListingKind | null {
  const said = (cells.kind ?? cells.类型 ?? '').trim();
  if (said === '') return fallback;
  return isListingKind(said) ? said : null;
}

/** The template of a kind: its headers in one language, and an empty first row. */
export function templateHeaders(kind: ListingKind, language: 'zh' | 'en'): string[] {
  const position = language === 'zh' ? 1 : 2;
  return ['externalId', ...importColumns(kind).map((column) => column.headers[position] ?? column.name)];
}
