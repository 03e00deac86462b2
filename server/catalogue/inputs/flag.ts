import { z } from 'zod';
import type { Input } from '../field.ts';
import { typedText } from './formText.ts';

const YES = { zh: '是', en: 'Yes' };
const AFFIRMATIVE = new Set(['yes', 'true', '1', 'on', '是']);

/** A box that is ticked or not; only a tick is stored. */
export const flag: Input = {
  schema: () => z.literal(true, { error: 'forms:flag' }),
  read(body, field) {
    const typed = typedText(body, field.name);
    return typed !== undefined && AFFIRMATIVE.has(typed.toLowerCase()) ? true : undefined;
  },
  write: (value, field): Record<string, string> => ({ [field.name]: value === true ? 'yes' : '' }),
  show: (value, _field, language) => (value === true ? [YES[language]] : []),
};
