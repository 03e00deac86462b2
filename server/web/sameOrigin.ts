import type { Request, RequestHandler } from 'express';
import { forbidden } from '../errors.ts';
import { isSafeMethod } from './isSafeMethod.ts';

/**
 * Refuses what a page of another site sends, before any body is read. Browsers say where a request
 * comes from; a program that says nothing is left to the token of the form.
 */
export function createSameOrigin(baseUrl: string): RequestHandler {
  const home = new URL(baseUrl).origin;
  return (request, _response, next) => {
    if (isSafeMethod(request) || comesFromHere(request, home)) return next();
    next(forbidden('errors:otherOrigin'));
  };
}

function comesFromHere(request: Request, home: string): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('Origin');
  return origin === undefined || origin === home || origin === `${request.protocol}://${request.get('Host')}`;
}
