import type { z } from 'zod';
import type { Issue, MessageValues } from '../errors.ts';

type ZodIssue = z.core.$ZodIssue;

/** Problems zod found, in our own words. A message that a schema states itself as `area:key` is kept. */
export function issuesFrom(error: z.ZodError): Issue[] {
  return error.issues.map((issue) => {
    const field = issue.path.join('.');
    const values = valuesOf(issue);
    return { field, message: isKey(issue.message) ? issue.message : messageOf(issue), values };
  });
}

const isKey = (message: string) => /^[a-z][\w-]*:[\w.-]+$/i.test(message);

function messageOf(issue: ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === '' ? 'forms:required' : 'forms:invalid';
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return { string: 'forms:tooLong', array: 'forms:tooMany' }[issue.origin as string] ?? 'forms:tooHigh';
    case 'invalid_value':
      return 'forms:unknownCode';
    case 'invalid_format':
      return (
        { email: 'forms:mail', url: 'forms:url', date: 'forms:date' }[issue.format as string] ??
        'forms:invalid'
      );
    case 'unrecognized_keys':
      return 'forms:unknownField';
    default:
      return 'forms:invalid';
  }
}

function tooSmall({ origin, minimum }: Extract<ZodIssue, { code: 'too_small' }>): string {
  if (origin === 'string') return Number(minimum) <= 1 ? 'forms:required' : 'forms:tooShort';
  return origin === 'array' ? 'forms:tooFew' : 'forms:tooLow';
}

function valuesOf(issue: ZodIssue): MessageValues {
  return {
    ...('minimum' in issue ? { minimum: Number(issue.minimum) } : {}),
    ...('maximum' in issue ? { maximum: Number(issue.maximum) } : {}),
  };
}
