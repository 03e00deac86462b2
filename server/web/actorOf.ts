import type { Request } from 'express';
import type { Actor, Viewer } from '../accounts/actor.ts';
import { forbidden, unauthenticated } from '../errors.ts';

/** Whoever reads: somebody signed in, or null for a visitor. */
export function viewerOf(request: Request): Viewer {
  return request.user ?? null;
}

/**
 * Whoever acts.
 * @throws unauthenticated for a visitor; forbidden when the form's token was not checked.
 */
export function actorOf(request: Request): Actor {
  if (request.isUnchecked) throw forbidden('errors:formExpired');
  if (request.user === undefined) throw unauthenticated();
  return request.user;
}
