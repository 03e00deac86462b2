import type { z } from 'zod';
import { badRequest } from '../errors.ts';

/**
 * The query of an address, read by a strict schema (`z.strictObject`). An empty value counts as not given,
 * because a form sends its empty boxes too.
 * @throws badRequest naming the first parameter that is not known, or whose value is not.
 */
export function readQuery<Schema extends z.ZodType>(
  schema: Schema,
  query: Readonly<Record<string, unknown>>,
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    throw badRequest('errors:unknownParameter', { name: issue.keys[0] ?? '' });
  }
  throw badRequest('errors:unknownValue', { name: String(issue?.path[0] ?? '') });
}
