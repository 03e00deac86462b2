import type { Request, Response } from 'express';
import type { MessageValues } from '../errors.ts';
import { localsOf } from './locals.ts';

/** Keeps a sentence about what was just done for the next page the person sees. */
export function flash(request: Request, message: string, values: MessageValues = {}): void {
  request.session.flash = { message, values };
}

/** The sentence kept for this page, once; empty when there is none. */
export function takeFlash(response: Response): string {
  const session = response.req.session;
  const kept = session?.flash;
  if (kept === undefined) return '';
  delete session.flash;
  return localsOf(response).frame.translate(kept.message, kept.values);
}

declare module 'express-session' {
  interface SessionData {
    flash?: { message: string; values: MessageValues };
  }
}
