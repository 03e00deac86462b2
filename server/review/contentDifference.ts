import { isDeepStrictEqual } from 'node:util';
import type { Content, ListingKind } from '../../models/records.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import { inputs } from '../catalogue/inputs/inputs.ts';
import { LANGUAGES, type Language, type LocalizedText } from '../localized.ts';
import { type DifferencePart, textDifference } from './textDifference.ts';

export interface FieldDifference {
  field: Field;
  /** The language a text differs in; null for values that have none. */
  language: Language | null;
  parts: DifferencePart[];
}

/** What differs between two versions, field by field in the order of the form, words marked. */
export function contentDifference(
  kind: ListingKind,
  before: Content,
  after: Content,
  reader: Language,
): FieldDifference[] {
  return fieldsOf(kind)
    .filter((field) => !isDeepStrictEqual(before[field.name], after[field.name]))
    .flatMap((field) => fieldDifference(field, before[field.name], after[field.name], reader));
}

function fieldDifference(field: Field, before: unknown, after: unknown, reader: Language): FieldDifference[] {
  if (field.input === 'text' || field.input === 'longText') return textDifferences(field, before, after);
  const show = (value: unknown) =>
    value === undefined ? '' : inputs[field.input].show(value, field, reader).join('\n');
  return [{ field, language: null, parts: textDifference(show(before), show(after)) }];
}

function textDifferences(field: Field, before: unknown, after: unknown): FieldDifference[] {
  const old = (before ?? {}) as LocalizedText;
  const changed = (after ?? {}) as LocalizedText;
  return LANGUAGES.filter((language) => old[language] !== changed[language]).map((language) => ({
    field,
    language,
    parts: textDifference(old[language] ?? '', changed[language] ?? ''),
  }));
}
