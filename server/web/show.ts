import type { Response } from 'express';
import { takeFlash } from './flash.ts';
import { localsOf } from './locals.ts';

/** Answers with a page: the view with what it needs, inside the frame of the request. */
export function show(response: Response, view: string, locals: object = {}, status = 200): void {
  const { frame, templates } = localsOf(response);
  const html = templates.render(view, { ...locals, frame, flash: takeFlash(response) });
  response.status(status).type('html').send(html);
}
