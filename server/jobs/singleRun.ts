import type { LeaseStore } from '../relay/leaseStore.ts';

interface RunParts {
  leases: Pick<LeaseStore, 'hold'>;
  /** Of the lease, shared by all processes. */
  name: string;
  leaseMs: number;
  work: () => Promise<void>;
}

/**
 * Long work that one process does at a time, and in it one caller: whoever asks meanwhile waits for the same run.
 * Where another process is at it nothing is done.
 */
export function createSingleRun({ leases, name, leaseMs, work }: RunParts) {
  let running: Promise<void> | null = null;
  const run = async () => void (await leases.hold(name, leaseMs, work));

  return {
    nudge(): Promise<void> {
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },
    /** Waits for what is under way, however it ends. */
    async settled(): Promise<void> {
      await running?.catch(() => {});
    },
  };
}
