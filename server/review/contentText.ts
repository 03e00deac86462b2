import type { Content, ListingKind } from '../../models/records.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import type { LocalizedText } from '../localized.ts';

export interface WrittenText {
  field: Field;
  text: string;
}

/** Every text a person wrote into a listing, in both languages. */
export function writtenTexts(kind: ListingKind, content: Content): WrittenText[] {
  return fieldsOf(kind)
    .filter(({ input }) => input === 'text' || input === 'longText')
    .flatMap((field) =>
      Object.values((content[field.name] ?? {}) as LocalizedText).map((text: string) => ({ field, text })),
    );
}

/** All written text of a listing in one, for comparing listings with each other. */
export function wholeText(kind: ListingKind, content: Content): string {
  return writtenTexts(kind, content)
    .map(({ text }) => text)
    .join('\n');
}
