import type { LeaseStore } from './relay/leaseStore.ts';

const LEASE_NAME = 'server:embedded-index';
/** How long a server that was killed keeps the next one from starting. */
export const LONE_INDEX_MS = 10_000;
const ASK_AGAIN_MS = 500;

interface LoneParts {
  leases: Pick<LeaseStore, 'take' | 'release' | 'find'>;
  /** Whether the index is one that all servers reach. */
  isShared: boolean;
  now?: () => number;
}

/**
 * An embedded index is fed by one server and seen by no other, so on a shared store a server that has one has
 * to be the only server. The claim of one that was killed runs out; one that is prolonged is of one that lives.
 * @returns how to give the claim up, or null when another server is there.
 */
export async function claimLoneIndex({
  leases,
  isShared,
  now = Date.now,
}: LoneParts): Promise<(() => Promise<void>) | null> {
  const claimedUntil = async () => (await leases.find(LEASE_NAME))?.until.getTime() ?? 0;
  const isFree = async () =>
    isShared ? (await claimedUntil()) <= now() : leases.take(LEASE_NAME, LONE_INDEX_MS);
  for (const first = await claimedUntil(); !(await isFree()); ) {
    if ((await claimedUntil()) > first) return null;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  if (isShared) return async () => {};
  const heartbeat = setInterval(
    () => void leases.take(LEASE_NAME, LONE_INDEX_MS).catch(() => {}),
    LONE_INDEX_MS / 4,
  );
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    await leases.release(LEASE_NAME);
  };
}
