import type { Response } from 'express';
import { localPath } from './localPath.ts';
import { localsOf } from './locals.ts';

/** Sends the reader on to a page, in the language of this one. `path` is without the language. */
export function redirectTo(response: Response, path: string, status: 301 | 303 = 303): void {
  response.redirect(status, localPath(localsOf(response).frame.language, path));
}
