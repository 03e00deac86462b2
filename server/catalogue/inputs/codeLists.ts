import { z } from 'zod';
import { parseIpcSymbol } from '../../patents/ipcSymbol.ts';
import type { Field, FormBody, Input } from '../field.ts';
import { plainText, typedText } from './formText.ts';

const SEPARATORS = /[;；,，、\n]+/;

function typedList(body: FormBody, field: Field, read = (entry: string) => entry): string[] | undefined {
  const entries = (typedText(body, field.name) ?? '').split(SEPARATORS).map((entry) => entry.trim());
  const distinct = [...new Set(entries.filter(Boolean).map(read))];
  return distinct.length > 0 ? distinct : undefined;
}

const writeList = (value: unknown, field: Field) => ({ [field.name]: Array.isArray(value) ? value.join('; ') : '' });
const showList = (value: unknown) => (Array.isArray(value) && value.length > 0 ? [value.join('; ')] : []);

/** IPC symbols, stored as the office prints them (`H04L 29/06`). */
export const ipcSymbols: Input = {
  schema: (field) =>
    z
      .array(z.string().refine((symbol) => parseIpcSymbol(symbol) !== null, { error: 'forms:ipcSymbol' }))
      .max(field.maximum ?? 20, { error: 'forms:tooMany' }),
  read: (body, field) => typedList(body, field, (entry) => parseIpcSymbol(entry)?.canonical ?? entry),
  write: writeList,
  show: showList,
};

/** Words the owner would have the listing found by. */
export const keywords: Input = {
  schema: (field) => z.array(plainText(40)).max(field.maximum ?? 10, { error: 'forms:tooMany' }),
  read: (body, field) => typedList(body, field),
  write: writeList,
  show: showList,
};
