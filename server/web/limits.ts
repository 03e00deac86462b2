import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ApplicationError } from '../errors.ts';
import { viewerOf } from './actorOf.ts';
import { isSafeMethod } from './isSafeMethod.ts';
import type { SharedCounts } from './sharedCounts.ts';

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

/**
 * One middleware a limit. Each process counts in its memory; with shared counts a request is also counted
 * with those that came to the other processes, and whichever count is full refuses. What the memory refuses
 * never reaches the store.
 */
export function createLimits(
  limits: Record<LimitName, Limit> = LIMITS,
  shared: SharedCounts | null = null,
): Limits {
  const entries = Object.entries(limits).map(([name, limit]) => [name, createLimit(name, limit, shared)]);
  return Object.fromEntries(entries) as Limits;
}

function createLimit(name: string, { points, seconds }: Limit, shared: SharedCounts | null): RequestHandler {
  const limiter = new RateLimiterMemory({ points, duration: seconds });

  /** How many ms whoever asks has to wait; null when it may go on. */
  async function msToWait(who: string): Promise<number | null> {
    try {
      await limiter.consume(who);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
      throw refusal;
    }
    const all = (await shared?.count(name, who, seconds)) ?? null;
    return all === null || all.count <= points ? null : all.until.getTime() - Date.now();
  }

  return async (request, response, next) => {
    const ms = await msToWait(viewerOf(request)?.accountId ?? request.ip ?? 'unknown');
    if (ms === null) return next();
    const wait = Math.max(1, Math.ceil(ms / 1_000));
    response.set('Retry-After', String(wait));
    next(new ApplicationError('tooMany', 'errors:tooMany', { seconds: wait }));
  };
}

/** The limit on everything that is sent, whatever it is. */
export function limitForms({ post }: Limits): RequestHandler {
  return (request, response, next) => (isSafeMethod(request) ? next() : post(request, response, next));
}
