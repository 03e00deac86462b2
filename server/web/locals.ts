import type { Response } from 'express';
import type { Frame } from './frame.ts';
import type { Templates } from './templates.ts';

/** What belongs to one request on its way through the application. */
export interface Locals {
  requestId: string;
  templates: Templates;
  frame: Frame;
}

export function localsOf(response: Response): Locals {
  return response.locals as Locals;
}
