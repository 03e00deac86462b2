import { z } from 'zod';
import { displayPatentId, patentIdOf } from '../../patents/patentId.ts';
import type { Input } from '../field.ts';
import { typedText } from './formText.ts';

/** Patents by number, one a line; stored as patent ids (`CN-201710601862.3`). */
export const patentNumbers: Input = {
  schema: (field) =>
    z
      .array(z.string().refine((id) => patentIdOf(id) === id, { error: 'forms:patentNumber' }))
      .max(field.maximum ?? 30, { error: 'forms:tooMany' }),
  read(body, field) {
    const lines = (typedText(body, field.name) ?? '').split(/[;；,，、\n]+/).map((line) => line.trim());
    const ids = lines.filter(Boolean).map((line) => patentIdOf(line) ?? line);
    return ids.length > 0 ? [...new Set(ids)] : undefined;
  },
  write: (value, field) => ({
    [field.name]: Array.isArray(value) ? value.map((id) => displayPatentId(String(id))).join('\n') : '',
  }),
  show: (value) => (Array.isArray(value) ? value.map((id) => displayPatentId(String(id))) : []),
};
