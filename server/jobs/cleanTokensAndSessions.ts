import type { Models } from '../../models/createModels.ts';
import type { Clock } from '../clock.ts';
import type { Job } from './job.ts';

const HOUR_MS = 3_600_000;
/** The limits on letters look back at the links of the last hours, also those that are over. */
const KEPT_MS = 24 * HOUR_MS;

interface CleanParts {
  models: Pick<Models, 'tokens' | 'sessions' | 'limitCounts'>;
  clock: Clock;
}

/** Removes links, sessions and counts of limits whose time is over. */
export function createCleanTokensAndSessions({ models, clock }: CleanParts): Job {
  return {
    name: 'cleanTokensAndSessions',
    intervalMs: HOUR_MS,
    async run() {
      const now = clock.now();
      const keptSince = new Date(now.getTime() - KEPT_MS);
      const tokens = await models.tokens.deleteMany({ expiresAt: { $lt: keptSince } });
      const sessions = await models.sessions.deleteMany({ expiresAt: { $lt: now } });
      const limitCounts = await models.limitCounts.deleteMany({ expiresAt: { $lt: now } });
      return {
        tokens: tokens.deletedCount,
        sessions: sessions.deletedCount,
        limitCounts: limitCounts.deletedCount,
      };
    },
  };
}
