import type { NextFunction, Request, Response } from 'express';
import { forbidden } from '../errors.ts';
import { keepForm } from './keptForm.ts';
import { safeLocalPath } from './localPath.ts';
import { redirectTo } from './redirectTo.ts';

/**
 * A form without the token of its session: the sign-in expired, or another one followed in another tab.
 * What was typed is kept and its page opened again, after signing in where that page asks for it.
 */
export function refuseExpiredForm(request: Request, response: Response, next: NextFunction): void {
  const path = safeLocalPath(request.body?.formPath);
  if (path === null) next(forbidden('errors:formExpired'));
  else {
    keepForm(request, path);
    redirectTo(response, path);
  }
}
