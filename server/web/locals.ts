import type { Response } from 'express';
import type { Frame } from './frame.ts';
import type { Templates } from './templates.ts';

/** What belongs to one request on its way through the application. */
export interface Locals {
  requestId: string;
  templates: Templates;
  frame: Frame;
  /** Keeps this page for others; not there where pages are not kept. */
  keepPage?: (html: string, onShow: () => void) => void;
  /** Set when the page is the same for everybody without a session. */
  onShow?: () => void;
}

export function localsOf(response: Response): Locals {
  return response.locals as Locals;
}
