import type { LeaseStore } from '../relay/leaseStore.ts';
import type { Reconciler } from './reconcile.ts';

/** Prolonged while the rebuild goes on, so that it can be asked for again soon after its process died. */
const LEASE_MS = 30_000;

interface RebuildParts {
  leases: LeaseStore;
  reconciler: Pick<Reconciler, 'rebuild'>;
}

/** Builds the indexes anew unless another process is at it, and notes when. @returns whether it was done here. */
export function createRebuild({ leases, reconciler }: RebuildParts) {
  return async (): Promise<boolean> => {
    const isDone = await leases.hold('rebuild', LEASE_MS, async () => {
      await reconciler.rebuild();
      await leases.finish('rebuild', null);
      return true;
    });
    return isDone ?? false;
  };
}
