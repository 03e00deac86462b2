import { isDeepStrictEqual } from 'node:util';
import type { Content } from '../../models/records.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import { inputs } from '../catalogue/inputs/inputs.ts';
import { reviewWorkflow } from '../listings/listingWorkflow.ts';
import { LANGUAGES, type Language, type LocalizedText } from '../localized.ts';
import type { FieldReader } from './fieldView.ts';
import type { OwnListing } from './ownListingService.ts';

/** Both versions of what two people changed at once: what is stored now beside what was about to be saved. */
export function conflictView(
  { listing, content, parties }: OwnListing,
  typed: Content,
  { language, translate }: FieldReader,
) {
  const rows = fieldsOf(listing.kind)
    .filter(({ name }) => name in typed && !isDeepStrictEqual(typed[name], content[name]))
    .map((field) => ({
      label: field.label[language],
      stored: linesOf(field, content[field.name], language),
      typed: linesOf(field, typed[field.name], language),
    }));
  const canSave =
    reviewWorkflow.find(listing.review, 'save')?.who.some((party) => parties.has(party)) ?? false;
  return { rows, canSave, text: translate(canSave ? 'listings:conflict.text' : 'listings:conflict.closed') };
}

/** Texts in both languages, because either may be what differs. */
function linesOf(field: Field, value: unknown, language: Language): string[] {
  if (value === undefined) return [];
  if (field.input !== 'text' && field.input !== 'longText')
    return inputs[field.input].show(value, field, language);
  return LANGUAGES.flatMap((spoken) => (value as LocalizedText)[spoken]?.split('\n') ?? []).filter(Boolean);
}
