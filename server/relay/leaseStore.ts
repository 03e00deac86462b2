import type { Models } from '../../models/createModels.ts';
import type { Clock } from '../clock.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';

export interface LeaseRow {
  _id: string;
  holder: string | null;
  until: Date;
  lastRunAt: Date | null;
  lastResult: unknown;
}

interface LeaseParts {
  leases: Models['leases'];
  clock: Clock;
  /** Names this process; unique among those that share the store. */
  holder: string;
}

/** One process at a time does a named piece of work; when it dies, the lease runs out and another takes over. */
export function createLeaseStore({ leases, clock, holder }: LeaseParts) {
  /** Takes or prolongs a lease. @returns whether it is ours until then. */
  async function take(name: string, durationMs: number): Promise<boolean> {
    const now = clock.now();
    const until = new Date(now.getTime() + durationMs);
    const isFree = { $or: [{ holder }, { until: { $lte: now } }] };
    try {
      const row = await leases
        .findOneAndUpdate(
          { _id: name, ...isFree },
          { $set: { holder, until } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean<LeaseRow>();
      return row?.holder === holder;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async function release(name: string): Promise<void> {
    await leases.updateOne({ _id: name, holder }, { $set: { until: clock.now() } });
  }

  return {
    take,
    release,
    find: async (name: string): Promise<LeaseRow | null> => leases.findOne({ _id: name }).lean<LeaseRow>(),
    all: async (): Promise<LeaseRow[]> => leases.find({}, null, { sort: { _id: 1 } }).lean<LeaseRow[]>(),
    /** Notes the end of a run and what came of it. */
    finish: async (name: string, result: unknown): Promise<void> => {
      await leases.updateOne(
        { _id: name },
        { $set: { lastRunAt: clock.now(), lastResult: result, until: clock.now() } },
      );
    },
    /**
     * Does the work if no other process is at it; null when another is. The lease is prolonged while
     * the work goes on, so it can be short: when the process dies, another takes over soon.
     */
    async hold<Result>(
      name: string,
      durationMs: number,
      work: () => Promise<Result>,
    ): Promise<Result | null> {
      if (!(await take(name, durationMs))) return null;
      const heartbeat = setInterval(() => void take(name, durationMs).catch(() => {}), durationMs / 3);
      try {
        return await work();
      } finally {
        clearInterval(heartbeat);
        await release(name);
      }
    },
  };
}

export type LeaseStore = ReturnType<typeof createLeaseStore>;
