import { z } from 'zod';
import { oneOf, optionalText, wholeNumber } from '../web/formInputs.ts';
import { MOST_QUERIES } from './glossaryPreview.ts';

const LONGEST_NAME = 60;
const MOST_NAMES = 20;

/** Names in a box, one a line or between commas. */
const names = optionalText(2_000)
  .transform((text) => piecesOf(text ?? '', /[\n,，、;；]/))
  .pipe(
    z.array(z.string().max(LONGEST_NAME, 'glossary:nameTooLong')).max(MOST_NAMES, 'glossary:tooManyNames'),
  );

const queries = optionalText(2_000)
  .transform((text) => piecesOf(text ?? '', /\n/))
  .pipe(z.array(z.string()).max(MOST_QUERIES, 'glossary:tooManyQueries'));

export const entryForm = z.strictObject({
  revision: wholeNumber(0, 1_000_000),
  zh: names,
  en: names,
  queries,
  act: oneOf(['save', 'preview']).default('save'),
});
export const moveForm = z.strictObject({ revision: wholeNumber(1, 1_000_000) });

export const newEntryQuery = z.strictObject({
  zh: z.string().max(LONGEST_NAME).default(''),
  en: z.string().max(LONGEST_NAME).default(''),
});
export const glossaryQuery = z.strictObject({ state: z.enum(['active', 'retired']).default('active') });

function piecesOf(text: string, separator: RegExp): string[] {
  const pieces = text.split(separator).map((piece) => piece.trim());
  return [...new Set(pieces.filter((piece) => piece !== ''))];
}
