import type { RequestHandler } from 'express';
import { badRequest } from '../errors.ts';

/** Node reads 16 KB of headers; a search for a passage of some 1,500 Han characters still fits. */
const LONGEST_ADDRESS = 14_000;
const NUL = '\u0000';

/** Refuses an address that is too long, does not decode to UTF-8, or holds a NUL. */
export const refuseMalformedAddress: RequestHandler = (request, _response, next) => {
  if (request.originalUrl.length > LONGEST_ADDRESS) return next(badRequest('errors:addressTooLong'));
  next(isReadable(request.originalUrl) ? undefined : badRequest('errors:malformedAddress'));
};

function isReadable(address: string): boolean {
  try {
    return !decodeURIComponent(address).includes(NUL);
  } catch {
    return false;
  }
}

/** Refuses a form with a NUL in it: stores cut texts there, and nobody types one. */
export const refuseMalformedBody: RequestHandler = (request, _response, next) => {
  const values = Object.entries(request.body ?? {}).flat(2);
  const isMalformed = values.some((value) => typeof value === 'string' && value.includes(NUL));
  next(isMalformed ? badRequest('errors:malformedBody') : undefined);
};
