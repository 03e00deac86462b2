/** What can go wrong for a reason the reader can understand, and the status each is answered with. */
export const STATUS_OF_ERROR = {
  invalid: 422,
  badRequest: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  blocked: 409,
  tooLarge: 413,
  tooMany: 429,
  unavailable: 503,
} as const;

export type ErrorKind = keyof typeof STATUS_OF_ERROR;

export type MessageValues = Record<string, string | number>;

/** One problem with one field of what was sent; `message` is a translation key such as `forms:required`. */
export interface Issue {
  field: string;
  message: string;
  values?: MessageValues;
}

/** An error that is explained to the reader; everything else is unexpected and only gets an id. */
export class ApplicationError extends Error {
  readonly kind: ErrorKind;
  readonly explanation: string;
  readonly values: MessageValues;
  readonly issues: Issue[];

  constructor(kind: ErrorKind, explanation: string, values: MessageValues = {}, issues: Issue[] = []) {
    super(`${kind}: ${explanation}${issues.length > 0 ? ` ${JSON.stringify(issues)}` : ''}`);
    this.name = 'ApplicationError';
    this.kind = kind;
    this.explanation = explanation;
    this.values = values;
    this.issues = issues;
  }
}

export function invalid(issues: Issue[]): ApplicationError {
  return new ApplicationError('invalid', 'errors:invalid', {}, issues);
}

export function badRequest(explanation: string, values: MessageValues = {}): ApplicationError {
  return new ApplicationError('badRequest', explanation, values);
}

export function unauthenticated(): ApplicationError {
  return new ApplicationError('unauthenticated', 'errors:unauthenticated');
}

export function forbidden(explanation = 'errors:forbidden', values: MessageValues = {}): ApplicationError {
  return new ApplicationError('forbidden', explanation, values);
}

export function notFound(explanation = 'errors:notFound'): ApplicationError {
  return new ApplicationError('notFound', explanation);
}

/** Somebody else changed the same thing first; the page shows both versions. */
export function conflict(explanation = 'errors:conflict', values: MessageValues = {}): ApplicationError {
  return new ApplicationError('conflict', explanation, values);
}

/** A rule of the field forbids the act; `explanation` names the rule. */
export function blocked(explanation: string, values: MessageValues = {}): ApplicationError {
  return new ApplicationError('blocked', explanation, values);
}
