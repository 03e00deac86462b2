import { type RequestHandler, Router } from 'express';
import { paths } from '../paths.ts';

const PATIENCE_MS = 2_000;

/** Ways to ask whether a part answers: each resolves, or rejects when it does not. */
export interface Checks {
  store(): Promise<unknown>;
  search(): Promise<unknown>;
}

/**
 * `/health`: the process lives. `/ready`: it can serve, which needs the store; without search it serves
 * more slowly and says so.
 */
export function createHealthRoutes(checks: Checks): Router {
  const ready: RequestHandler = async (_request, response) => {
    const [store, search] = await Promise.all([isAnswered(checks.store), isAnswered(checks.search)]);
    const parts = { store: store ? 'ok' : 'unavailable', search: search ? 'ok' : 'unavailable' };
    response
      .status(store ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ ready: store, ...parts });
  };
  return Router()
    .get(
      paths.health,
      (_request, response) => void response.set('Cache-Control', 'no-store').json({ status: 'ok' }),
    )
    .get(paths.ready, ready);
}

async function isAnswered(ask: () => Promise<unknown>): Promise<boolean> {
  const { promise: timeout, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(resolve, PATIENCE_MS, false);
  const answer = ask().then(
    () => true,
    () => false,
  );
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
}
