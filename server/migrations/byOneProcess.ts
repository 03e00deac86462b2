import { setTimeout as pause } from 'node:timers/promises';
import type { LeaseStore } from '../relay/leaseStore.ts';

/** How long others wait for a process that died in the middle; prolonged while it works. */
export const MIGRATING_MS = 10_000;
const POLL_MS = 100;

interface SharedWork<Step> {
  lease: LeaseStore;
  leaseMs: number;
  /** Whether anything is still to be done. */
  isLeft: () => Promise<boolean>;
  perform: () => Promise<Step[]>;
}

/**
 * Does work on all data by one process at a time; the others wait until nothing is left.
 * @returns what this process did.
 */
export async function byOneProcess<Step>({
  lease,
  leaseMs,
  isLeft,
  perform,
}: SharedWork<Step>): Promise<Step[]> {
  while (await isLeft()) {
    const performed = await lease.hold('migrations', leaseMs, perform);
    if (performed !== null) return performed;
    await pause(POLL_MS);
  }
  return [];
}
