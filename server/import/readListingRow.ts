import type { Content, ListingKind } from '../../models/records.ts';
import { fieldsOf, readContent } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import type { Issue } from '../errors.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { importColumns, type Mapping } from './importColumns.ts';

const CHOICE_SEPARATORS = /[;；,，、|\n]+/;

/** Reads one row by the same rules as the forms; issues name the column of the file. */
export function readListingRow(kind: ListingKind, cells: Record<string, string>, mapping: Mapping): { content: Content; issues: Issue[] } {
  const fields = new Map(importColumns(kind).map((column) => [column.name, column.field]));
  const body: Record<string, string | string[]> = {};
  for (const [header, name] of Object.entries(mapping)) {
    const field = fields.get(name);
    const cell = cells[header]?.trim();
    if (field !== undefined && cell) body[name] = typedValue(field, name, cell);
  }
  const { content, issues } = readContent(fieldsOf(kind), body);
  return { content, issues: issues.map((issue) => ({ ...issue, field: headerFor(issue.field, mapping) })) };
}

/** People write labels where the store wants codes, and several in one cell. */
function typedValue(field: Field, name: string, cell: string): string | string[] {
  const vocabulary = field.vocabulary;
  if (vocabulary === undefined || name !== field.name) return cell;
  const codes = (field.input === 'choices' ? cell.split(CHOICE_SEPARATORS) : [cell])
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => codeOf(vocabulary, part));
  return field.input === 'choices' ? codes : (codes[0] ?? cell);
}

function codeOf(vocabulary: Vocabulary, written: string): string {
  if (vocabulary.codes.includes(written)) return written;
  const lower = written.toLowerCase();
  const entry = vocabulary.entries.find(({ zh, en }) => zh === written || en.toLowerCase() === lower);
  return entry?.code ?? written;
}

function headerFor(path: string, mapping: Mapping): string {
  const exact = Object.entries(mapping).find(([, name]) => name === path);
  const near = Object.entries(mapping).find(([, name]) => name.split('.')[0] === path.split('.')[0]);
  return exact?.[0] ?? near?.[0] ?? path;
}
