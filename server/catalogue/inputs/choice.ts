import { z } from 'zod';
import type { Field, Input } from '../field.ts';
import { typedText, typedTexts } from './formText.ts';

const knownCode = (field: Field) =>
  z
    .string({ error: 'forms:unknownCode' })
    .refine((code) => field.vocabulary?.has(code) ?? false, { error: 'forms:unknownCode' });

/** One code of a vocabulary. */
export const choice: Input = {
  schema: knownCode,
  read: (body, field) => typedText(body, field.name),
  write: (value, field) => ({ [field.name]: typeof value === 'string' ? value : '' }),
  show: (value, field, language) => [field.vocabulary?.label(String(value), language) ?? String(value)],
};

/** Any number of codes of a vocabulary, each once. */
export const choices: Input = {
  schema: (field) => z.array(knownCode(field)).max(field.maximum ?? 50, { error: 'forms:tooMany' }),
  read(body, field) {
    const codes = [...new Set(typedTexts(body, field.name))];
    return codes.length > 0 ? codes : undefined;
  },
  write: (value, field) => ({ [field.name]: Array.isArray(value) ? value.map(String) : [] }),
  show: (value, field, language) =>
    Array.isArray(value)
      ? value.map((code) => field.vocabulary?.label(String(code), language) ?? String(code))
      : [],
};
