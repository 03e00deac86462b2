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
  const result = (asked?.lastResult ?? null) as RebuildResult;
  const isFailed = result?.isDone === false;
  const ofUpkeep = (upkeep?.lastResult ?? null) as RebuildResult;
  if (ofUpkeep?.isDone === false && (asked?.lastRunAt ?? 0) < (upkeep?.lastRunAt ?? 0))
    return { rebuiltAt: null, failedAt: upkeep?.lastRunAt ?? null, error: ofUpkeep.error ?? '' };
  return {
    rebuiltAt: isFailed ? null : (asked?.lastRunAt ?? null),
    failedAt: isFailed ? (asked?.lastRunAt ?? null) : null,
    error: isFailed ? (result.error ?? '') : '',
  };
}
