import { z } from 'zod';
import type { Input } from '../field.ts';
import { typedText } from './formText.ts';

/** A calendar day, `YYYY-MM-DD`. */
export const date: Input = {
  schema: () => z.iso.date({ error: 'forms:date' }),
  read: (body, field) => typedText(body, field.name)?.replaceAll(/[/.年月]/g, '-').replace(/日$/, ''),
  write: (value, field) => ({ [field.name]: typeof value === 'string' ? value : '' }),
  show: (value) => [String(value)],
};
