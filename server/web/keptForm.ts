import type { Request, Response } from 'express';
import { type FormValues, typedValues } from './formView.ts';
import { localsOf } from './locals.ts';

/** More than the longest form; beyond it nothing is kept. */
const MOST_CHARACTERS = 200_000;
const NEVER_KEPT = /password|csrfToken|formPath|submissionId/i;

/** Keeps what was typed into a form in the session, to be shown on its page again. Files and passwords are not kept. */
export function keepForm(request: Request, path: string): void {
  const typed = Object.entries(typedValues(request.body ?? {})).filter(([name]) => !NEVER_KEPT.test(name));
  const kept = { path, values: Object.fromEntries(typed) };
  if (JSON.stringify(kept).length <= MOST_CHARACTERS) request.session.keptForm = kept;
}

/** What was typed into the form of this page before it expired; null when nothing was. Given once. */
export function takeKeptForm(request: Request, response: Response): FormValues | null {
  const kept = request.session.keptForm;
  if (kept === undefined || pageOf(kept.path) !== pageOf(localsOf(response).frame.path)) return null;
  delete request.session.keptForm;
  return kept.values;
}

const pageOf = (path: string) => path.replace(/\?.*$/, '');

declare module 'express-session' {
  interface SessionData {
    keptForm?: { path: string; values: FormValues };
  }
}
