import type { LeaseStore } from '../relay/leaseStore.ts';
import type { Reconciler } from './reconcile.ts';

/** Prolonged while the rebuild goes on, so that it can be asked for again soon after its process died. */
const LEASE_MS = 30_000;

interface RebuildParts {
  leases: LeaseStore;
  reconciler: Pick<Reconciler, 'rebuild'>;
}

/** How the last rebuild ended; the job that renews an index of another version notes its runs in the same way. */
type RebuildResult = { isDone: boolean; error?: string } | null;

export interface LastRebuild {
  rebuiltAt: Date | null;
  failedAt: Date | null;
  /** Why, in the words of the engine or the disk; empty when it went well. */
  error: string;
}

/** Builds the indexes anew unless another process is at it, and notes when, or why not. @returns whether it was done here. */
export function createRebuild({ leases, reconciler }: RebuildParts) {
  return async (): Promise<boolean> => {
    const isDone = await leases.hold('rebuild', LEASE_MS, async () => {
      try {
        await reconciler.rebuild();
      } catch (error) {
        // For whoever looks at the desk: the old index goes on serving, so nothing else would tell.
        await leases.finish('rebuild', { isDone: false, error: String(error) } satisfies RebuildResult);
        throw error;
      }
      await leases.finish('rebuild', { isDone: true } satisfies RebuildResult);
      return true;
    });
    return isDone ?? false;
  };
}

/** How the last rebuild ended, whether somebody or the upkeep asked for it. */
export async function lastRebuild(leases: Pick<LeaseStore, 'find'>): Promise<LastRebuild> {
  const [asked, upkeep] = await Promise.all([leases.find('rebuild'), leases.find('job:rebuildIndexes')]);
  const wasFailing = (run: typeof asked) => (run?.lastResult as RebuildResult | undefined)?.isDone === false;
  const isUpkeepLater = (asked?.lastRunAt ?? 0) < (upkeep?.lastRunAt ?? 0);
  const last = wasFailing(upkeep) && isUpkeepLater ? upkeep : asked;
  const lastRunAt = last?.lastRunAt ?? null;
  if (!wasFailing(last)) return { rebuiltAt: lastRunAt, failedAt: null, error: '' };
  return { rebuiltAt: null, failedAt: lastRunAt, error: (last?.lastResult as RebuildResult)?.error ?? '' };
}
