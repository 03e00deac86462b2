import type { z } from 'zod';
import { badRequest, invalid } from '../errors.ts';
import { issuesFrom } from './zodIssues.ts';

/** Fields every form carries for the frame, which no schema has to name. */
const OF_THE_FRAME = ['csrfToken', 'formPath', 'submissionId'];

/**
 * What was sent by a form, read by its schema.
 * @throws invalid with an issue for each field; badRequest when there was no form, or with fields it does not have.
 */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): { values: z.output<Schema> } {
  if (typeof body !== 'object' || body === null) throw badRequest('errors:malformedBody');
  const sent = Object.fromEntries(Object.entries(body).filter(([name]) => !OF_THE_FRAME.includes(name)));
  const parsed = schema.safeParse(sent);
  if (parsed.success) return { values: parsed.data };
  const issues = issuesFrom(parsed.error);
  if (issues.some(({ message }) => message === 'forms:unknownField')) throw badRequest('forms:unknownField');
  throw invalid(issues);
}
