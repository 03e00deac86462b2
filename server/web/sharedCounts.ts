import { createHmac } from 'node:crypto';
import type { Log } from '../log.ts';
import { withinTime } from '../withinTime.ts';
import type { LimitCount, LimitCountStore } from './limitCountStore.ts';

/** A request is not held up any longer for a count. */
const PATIENCE_MS = 500;
/** So long the store is left alone after it did not answer, and every process goes by its own counts. */
const PAUSE_MS = 10_000;

interface SharedParts {
  counts: Pick<LimitCountStore, 'count'>;
  /** Keys the digests under which accounts and addresses are counted. */
  key: string;
  log: Pick<Log, 'warn'>;
  patienceMs?: number;
  now?: () => number;
}

export interface SharedCounts {
  /** Counts one more; null when the store does not answer in time, so that the own count of the process decides. */
  count(name: string, who: string, seconds: number): Promise<LimitCount | null>;
}

/**
 * The counts all processes share, as far as the store is there. A store that is slow or down neither stops
 * the site nor lifts a limit: what is left is the limit of each process, which is counted in any case.
 */
export function createSharedCounts({
  counts,
  key,
  log,
  patienceMs = PATIENCE_MS,
  now = Date.now,
}: SharedParts): SharedCounts {
  let pausedUntil = 0;
  const digest = (who: string) => createHmac('sha256', key).update(`limit:${who}`).digest('base64url');

  return {
    async count(name, who, seconds) {
      if (now() < pausedUntil) return null;
      try {
        const counted = counts.count(`${name}:${digest(who)}`, seconds);
        return await withinTime(counted, patienceMs, (message) => new Error(message));
      } catch (error) {
        pausedUntil = now() + PAUSE_MS;
        log.warn({ error: String(error) }, 'limits are counted by this process alone for now');
        return null;
      }
    },
  };
}
