import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import { refuseExpiredForm } from './expiredForm.ts';
import { isSafeMethod } from './isSafeMethod.ts';

const sync = csrfSync({
  getTokenFromRequest: (request) => request.body?.csrfToken,
  getTokenFromState: (request) => request.session.csrfToken,
  storeTokenInState: (request, token) => {
    request.session.csrfToken = token;
  },
});

/** The token of the session; asking for it begins one. */
export function csrfTokenOf(request: Request): string {
  return sync.generateToken(request);
}

/** Whether the body was parsed and holds the token of the session. */
export function hasCsrfToken(request: Request): boolean {
  return sync.isRequestValid(request);
}

/**
 * Lets a form pass that holds the token of its session. A multipart body is not read yet here:
 * `upload()` reads and checks it, and until then `actorOf` gives nobody.
 */
export const protectForms: RequestHandler = (request, response, next) => {
  if (isSafeMethod(request)) return next();
  if (request.is('multipart/form-data')) {
    request.isUnchecked = true;
    return next();
  }
  if (hasCsrfToken(request)) return next();
  refuseExpiredForm(request, response, next);
};

declare module 'express-serve-static-core' {
  interface Request {
    /** A multipart form whose token nobody has checked so far. */
    isUnchecked?: boolean;
  }
}
