import type { RequestHandler } from 'express';
import { hasOfficeRole, type OfficeRole } from '../accounts/actor.ts';
import { forbidden } from '../errors.ts';
import { paths } from '../paths.ts';
import { viewerOf } from './actorOf.ts';
import { isSafeMethod } from './isSafeMethod.ts';
import { keepForm } from './keptForm.ts';
import { safeLocalPath } from './localPath.ts';
import { localsOf } from './locals.ts';
import { redirectTo } from './redirectTo.ts';

/** Sends a visitor to the sign-in page and from there back here, with what was typed. */
export const requireSignedIn: RequestHandler = (request, response, next) => {
  if (viewerOf(request) !== null) return next();
  const { frame } = localsOf(response);
  const formPath = safeLocalPath(request.body?.formPath);
  if (!isSafeMethod(request) && formPath !== null) keepForm(request, formPath);
  const returnTo = isSafeMethod(request) ? frame.path : (formPath ?? paths.my);
  redirectTo(response, `${paths.signIn}?${new URLSearchParams({ 'return-to': returnTo })}`);
};

/** Lets people of the office pass who have one of these roles. */
export function requireOffice(...roles: OfficeRole[]): RequestHandler[] {
  const checkRole: RequestHandler = (request, _response, next) =>
    next(hasOfficeRole(viewerOf(request), ...roles) ? undefined : forbidden());
  return [requireSignedIn, checkRole];
}
