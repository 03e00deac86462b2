import type { Models } from '../../models/createModels.ts';
import type { Clock } from '../clock.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';

/** What is counted of one key in one stretch of time, and when that is over. */
export interface LimitCount {
  count: number;
  until: Date;
}

/** Counts that all processes of the marketplace share. A stretch begins at a round time, the same for every process. */
export function createLimitCountStore({ limitCounts }: Pick<Models, 'limitCounts'>, clock: Clock) {
  async function add(key: string, expiresAt: Date): Promise<number> {
    const row = await limitCounts
      .findOneAndUpdate(
        { _id: `${key}:${expiresAt.getTime()}` },
        { $inc: { count: 1 }, $setOnInsert: { expiresAt } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<{ count: number }>();
    return row.count;
  }

  return {
    /** Counts one more within the present stretch of so many seconds. */
    async count(key: string, seconds: number): Promise<LimitCount> {
      const stretchMs = seconds * 1_000;
      const until = new Date((Math.floor(clock.now().getTime() / stretchMs) + 1) * stretchMs);
      try {
        return { count: await add(key, until), until };
      } catch (error) {
        // Two processes began the same stretch at once; now it is there.
        if (isDuplicateKey(error)) return { count: await add(key, until), until };
        throw error;
      }
    },
  };
}

export type LimitCountStore = ReturnType<typeof createLimitCountStore>;
