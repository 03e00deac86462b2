import type { RequestHandler } from 'express';
import session from 'express-session';
import { SESSION_MS } from './sessionStore.ts';

interface SessionParts {
  store: session.Store;
  secret: string;
  isHttps: boolean;
}

/** Sessions begin with a form or a sign-in, never with a page that is only read. */
export function createSessions({ store, secret, isHttps }: SessionParts): RequestHandler {
  return session({
    name: isHttps ? '__Host-dual-helix' : 'dual-helix',
    store,
    secret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    proxy: isHttps,
    cookie: { httpOnly: true, sameSite: 'lax', secure: isHttps, maxAge: SESSION_MS, path: '/' },
  });
}
