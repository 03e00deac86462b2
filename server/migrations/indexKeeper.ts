import { alignIndexes, type IndexChange, planIndexes } from '../../models/alignIndexes.ts';
import type { Models } from '../../models/createModels.ts';
import type { Clock } from '../clock.ts';
import { createLeaseStore } from '../relay/leaseStore.ts';
import { byOneProcess, MIGRATING_MS } from './byOneProcess.ts';

interface KeeperParts {
  models: Models;
  clock: Clock;
  /** Names this process among those that share the store. */
  holder: string;
  leaseMs?: number;
}

/** Brings the indexes to what the schemas declare; follows the migrations, under the same lease. */
export function createIndexKeeper({ models, clock, holder, leaseMs = MIGRATING_MS }: KeeperParts) {
  const lease = createLeaseStore({ leases: models.leases, clock, holder });
  return {
    /** What would be built, replaced and dropped. Changes nothing. */
    pending: async (): Promise<IndexChange[]> => (await planIndexes(models)).changes,
    /**
     * Waits while another process is at it. @returns what this process changed; nothing on most starts.
     * @throws Error when the data break an index, saying what to do about it.
     */
    run: (): Promise<IndexChange[]> =>
      byOneProcess({
        lease,
        leaseMs,
        isLeft: async () => !(await planIndexes(models)).isDone,
        perform: () => alignIndexes(models),
      }),
  };
}
