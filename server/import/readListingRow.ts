import type { Content, ListingKind } from '../../models/records.ts';
import { fieldsOf, readContent } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import type { Issue } from '../errors.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { importColumns, type Mapping } from './importColumns.ts';

const BETWEEN_CHOICES = /[;；|\n]+/;
/** Also inside some labels, so looked at only when the whole is no label. */
const WITHIN_CHOICES = /[,，、]+/;

/** Reads one row by the same rules as the forms; issues name the column of the file. */
export function readListingRow(
  kind: ListingKind,
  cells: Record<string, string>,
  mapping: Mapping,
): { content: Content; issues: Issue[] } {
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
  if (field.input !== 'choices') return codeOf(vocabulary, cell) ?? cell;
  return pieces(cell, BETWEEN_CHOICES).flatMap((part) => {
    const whole = codeOf(vocabulary, part);
    return whole === null
      ? pieces(part, WITHIN_CHOICES).map((piece) => codeOf(vocabulary, piece) ?? piece)
      : [whole];
  });
}

function pieces(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}

function codeOf(vocabulary: Vocabulary, written: string): string | null {
  if (vocabulary.codes.includes(written)) return written;
  const key = labelKey(written);
  return vocabulary.entries.find(({ zh, en }) => labelKey(zh) === key || labelKey(en) === key)?.code ?? null;
}

/** How labels are compared: case, width and spaces do not matter, nor the 业 that many industries are written with. */
function labelKey(label: string): string {
  return label.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '').replace(/业$/, '');
}

function headerFor(path: string, mapping: Mapping): string {
  const exact = Object.entries(mapping).find(([, name]) => name === path);
  const near = Object.entries(mapping).find(([, name]) => name.split('.')[0] === path.split('.')[0]);
  return exact?.[0] ?? near?.[0] ?? path;
}
