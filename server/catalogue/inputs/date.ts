import { z } from 'zod';
import type { Input } from '../field.ts';
import { typedText } from './formText.ts';

const TYPED_DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** A day as people type it (`2026-3-1`, `2026/03/01`, `2026年3月1日`) in the form it is stored in. */
export function typedDay(typed: string): string {
  const match = TYPED_DAY.exec(typed.normalize('NFKC').replaceAll(/\s/g, ''));
  return match === null ? typed : `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
}

/** A calendar day, `YYYY-MM-DD`. */
export const date: Input = {
  schema: () => z.iso.date({ error: 'forms:date' }),
  read(body, field) {
    const typed = typedText(body, field.name);
    return typed === undefined ? undefined : typedDay(typed);
  },
  write: (value, field) => ({ [field.name]: typeof value === 'string' ? value : '' }),
  show: (value) => [String(value)],
};
