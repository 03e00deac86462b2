import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ApplicationError } from '../errors.ts';
import { viewerOf } from './actorOf.ts';
import { isSafeMethod } from './isSafeMethod.ts';

/** How often something may be done in how many seconds, by one account or one address. */
export interface Limit {
  points: number;
  seconds: number;
}

export const LIMITS = {
  signIn: { points: 20, seconds: 900 },
  register: { points: 10, seconds: 3_600 },
  post: { points: 200, seconds: 600 },
  search: { points: 120, seconds: 60 },
  upload: { points: 60, seconds: 3_600 },
  api: { points: 300, seconds: 60 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
export type Limits = Record<LimitName, RequestHandler>;

/** One middleware a limit. The counts live in each process: several processes allow several times as much. */
export function createLimits(limits: Record<LimitName, Limit> = LIMITS): Limits {
  const entries = Object.entries(limits).map(([name, limit]) => [name, createLimit(limit)]);
  return Object.fromEntries(entries) as Limits;
}

function createLimit({ points, seconds }: Limit): RequestHandler {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (request, response, next) => {
    try {
      await limiter.consume(viewerOf(request)?.accountId ?? request.ip ?? 'unknown');
      next();
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const wait = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      response.set('Retry-After', String(wait));
      next(new ApplicationError('tooMany', 'errors:tooMany', { seconds: wait }));
    }
  };
}

/** The limit on everything that is sent, whatever it is. */
export function limitForms({ post }: Limits): RequestHandler {
  return (request, response, next) => (isSafeMethod(request) ? next() : post(request, response, next));
}
