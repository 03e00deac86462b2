import type { Response } from 'express';
import { takeFlash } from './flash.ts';
import { localsOf } from './locals.ts';
import { keepShown } from './rememberedPages.ts';

/** Answers with a page: the view with what it needs, inside the frame of the request. */
export function show(response: Response, view: string, locals: object = {}, status = 200): void {
  const { frame, templates } = localsOf(response);
  const html = templates.render(view, { ...locals, frame, flash: takeFlash(response) });
  response.status(status).type('html').send(html);
  if (status === 200) keepShown(response, html);
}
