import type { ListingRecord } from '../../models/records.ts';
import { analyseTexts } from '../../search/analysis/analysedDocument.ts';
import { highlightRanges } from '../../search/query/highlight.ts';
import type { ParsedQuery } from '../../search/query/parseQuery.ts';
import { rememberedByText } from '../../search/query/rememberedByText.ts';
import { snippet } from '../../search/query/snippet.ts';
import type { PublicListing } from '../browse/publicListings.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import { inputs } from '../catalogue/inputs/inputs.ts';
import { LANGUAGES, type Language, type LocalizedText } from '../localized.ts';
import type { SpokenText } from '../web/helpers/localized.ts';
import { canReadField } from './listingVisibility.ts';

export interface Passage extends SpokenText {
  /** The name of the field it stands in. */
  label: string;
}

const PASSAGE_LENGTH = 90;

const BETWEEN = '\0';
const lineOf = rememberedByText((texts) => analyseTexts(texts.split(BETWEEN)), 200);

/**
 * The place of a listing's other public texts that says what was asked for and what the card does not say already;
 * null when the card says it all. Without it nobody would see why the listing was found.
 */
export function findPassage(
  { listing }: PublicListing,
  shown: string[],
  query: ParsedQuery,
  language: Language,
): Passage | null {
  const line = lineOf(shown.join(BETWEEN));
  const missing = query.clauses.filter(
    ({ isStopWord, alternatives }) =>
      !isStopWord && !alternatives.some(({ needle }) => line.includes(needle)),
  );
  if (missing.length === 0) return null;
  for (const { field, text, textLanguage } of searchedTexts(listing, language)) {
    if (highlightRanges(text, { clauses: missing, without: [], joints: [] }).length === 0) continue;
    return { label: field.label[language], language: textLanguage, ...snippet(text, query, PASSAGE_LENGTH) };
  }
  return null;
}

interface FieldText {
  field: Field;
  text: string;
  textLanguage: Language;
}

/** Every public text that can be found by searching, the reader's language first. */
function* searchedTexts(listing: ListingRecord, language: Language): Generator<FieldText> {
  const fields = fieldsOf(listing.kind).filter(
    (field) => field.weight && canReadField(field, 'visitor', listing),
  );
  const languages = [language, ...LANGUAGES.filter((other) => other !== language)];
  for (const textLanguage of languages) {
    for (const field of fields) {
      const text = textOf(field, listing.live?.content[field.name], textLanguage, language);
      if (text !== '') yield { field, text, textLanguage };
    }
  }
}

function textOf(field: Field, value: unknown, textLanguage: Language, language: Language): string {
  if (value === undefined) return '';
  if (field.input === 'text' || field.input === 'longText')
    return (value as LocalizedText)[textLanguage] ?? '';
  return textLanguage === language ? inputs[field.input].show(value, field, language).join('\n') : '';
}
