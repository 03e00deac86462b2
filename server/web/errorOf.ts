import {
  ApplicationError,
  type ErrorKind,
  type Issue,
  type MessageValues,
  STATUS_OF_ERROR,
} from '../errors.ts';

/** An error as it is told to the reader. */
export interface ToldError {
  status: number;
  kind: ErrorKind | 'unexpected';
  explanation: string;
  values: MessageValues;
  issues: Issue[];
}

const KIND_OF_STATUS: Record<number, ErrorKind> = {
  400: 'badRequest',
  403: 'forbidden',
  404: 'notFound',
  413: 'tooLarge',
  415: 'badRequest',
};

/** What became of a request: our own errors as they are, those of the parsers by their status, all others unexpected. */
export function errorOf(error: unknown): ToldError {
  if (error instanceof ApplicationError) {
    const { kind, explanation, values, issues } = error;
    return { status: STATUS_OF_ERROR[kind], kind, explanation, values, issues };
  }
  if (nameOf(error) === 'SearchUnavailable') return told('unavailable', 'errors:unavailable');
  if (nameOf(error) === 'MulterError') {
    return isLimit(error) ? told('tooLarge', 'errors:tooLarge') : told('badRequest', 'errors:malformedBody');
  }
  const kind = KIND_OF_STATUS[statusOf(error)];
  if (kind === undefined) {
    return { status: 500, kind: 'unexpected', explanation: 'errors:unexpected', values: {}, issues: [] };
  }
  return told(kind, kind === 'tooLarge' ? 'errors:tooLarge' : 'errors:malformedBody');
}

function told(kind: ErrorKind, explanation: string): ToldError {
  return { status: STATUS_OF_ERROR[kind], kind, explanation, values: {}, issues: [] };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** Multer names what went over a limit `LIMIT_…`. */
function isLimit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('LIMIT_');
}

/** Body parsers and the router give their errors a status below 500; others have none. */
function statusOf(error: unknown): number {
  return error instanceof Error && 'status' in error ? Number(error.status) : 500;
}
