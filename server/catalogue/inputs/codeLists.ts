import { z } from 'zod';
import { parseIpcSymbol } from '../../patents/ipcSymbol.ts';
import type { Field, FormBody, Input } from '../field.ts';
import { plainText, typedText } from './formText.ts';

const SEPARATORS = /[;；,，、\n]+/;

function typedList(body: FormBody, field: Field): string[] | undefined {
  const entries = (typedText(body, field.name) ?? '').split(SEPARATORS).map((entry) => entry.trim());
  const distinct = [...new Set(entries.filter(Boolean))];
  return distinct.length > 0 ? distinct : undefined;
}

const writeList = (value: unknown, field: Field) => ({
  [field.name]: Array.isArray(value) ? value.join('; ') : '',
});
const showList = (value: unknown) => (Array.isArray(value) && value.length > 0 ? [value.join('; ')] : []);

/** Symbols typed into one box, each once and as the office prints it; what is none stays as typed. */
export function typedIpcSymbols(typed: string): string[] {
  const entries = typed
    .split(SEPARATORS)
    .map((entry) => entry.trim())
    .filter(Boolean);
  return [...new Set(entries.map((entry) => parseIpcSymbol(entry)?.canonical ?? entry))];
}

/** IPC symbols, stored as the office prints them (`H04L 29/06`). */
export const ipcSymbols: Input = {
  schema: (field) =>
    z
      .array(z.string().refine((symbol) => parseIpcSymbol(symbol) !== null, { error: 'forms:ipcSymbol' }))
      .max(field.maximum ?? 20, { error: 'forms:tooMany' }),
  read(body, field) {
    const symbols = typedIpcSymbols(typedText(body, field.name) ?? '');
    return symbols.length > 0 ? symbols : undefined;
  },
  write: writeList,
  show: showList,
};

/** Words the owner would have the listing found by. */
export const keywords: Input = {
  schema: (field) => z.array(plainText(40)).max(field.maximum ?? 10, { error: 'forms:tooMany' }),
  read: typedList,
  write: writeList,
  show: showList,
};
