import { z } from 'zod';
import type { FormBody } from '../field.ts';

/** The text typed into one box, without surrounding space; undefined when there is none. */
export function typedText(body: FormBody, name: string): string | undefined {
  const value = body[name];
  const text = typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : undefined;
  return text === '' ? undefined : text;
}

/** The values ticked under one name, which a browser sends as one text or as a list. */
export function typedTexts(body: FormBody, name: string): string[] {
  const value = body[name];
  const values = Array.isArray(value) ? value : [value];
  return values
    .filter((item): item is string => typeof item === 'string' && item.trim() !== '')
    .map((item) => item.trim());
}

/** A text of limited length without control characters other than the line break. */
export function plainText(maximum: number) {
  return z
    .string({ error: ({ input }) => (input === undefined ? 'forms:required' : 'forms:text') })
    .max(maximum, { error: 'forms:tooLong' })
    .refine((text) => !hasControlCharacter(text), { error: 'forms:controlCharacter' });
}

/** Half of a surrogate pair counts too: no store could keep it. */
function hasControlCharacter(text: string): boolean {
  if (!text.isWellFormed()) return true;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if ((code < 32 && character !== '\n' && character !== '\t') || code === 127 || code === 0xfffd)
      return true;
  }
  return false;
}
