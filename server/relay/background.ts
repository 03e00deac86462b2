import type { ConsumerRunner } from './consumerRunner.ts';
import type { LeaseStore } from './leaseStore.ts';
import type { Relay } from './relay.ts';

const POLL_MS = 1_000;
/** How long another process waits before it takes over from one that died. */
const LEASE_MS = 6_000;

interface BackgroundParts {
  relay: Relay;
  runner: ConsumerRunner;
  leases: LeaseStore;
  onFailure: (error: unknown) => void;
}

/**
 * Keeps relay and consumers going: at once when this process changed something, and every second
 * for what other processes changed.
 */
export function createBackground({ relay, runner, leases, onFailure }: BackgroundParts) {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isWanted = false;

  async function round(): Promise<number> {
    const moved = (await leases.hold('relay', LEASE_MS, () => relay.run())) ?? 0;
    const taken = (await leases.hold('consumers', LEASE_MS, () => runner.run())) ?? 0;
    return moved + taken;
  }

  /** Works until nothing is left to do; consumers may cause new events. */
  async function drain(): Promise<void> {
    while ((await round()) > 0);
  }

  function nudge(): void {
    isWanted = true;
    if (running !== null) return;
    running = (async () => {
      while (isWanted) {
        isWanted = false;
        await drain().catch(onFailure);
      }
    })().finally(() => {
      running = null;
    });
  }

  return {
    drain,
    nudge,
    start(): void {
      timer ??= setInterval(nudge, POLL_MS);
      nudge();
    },
    /** Stops after the round that is under way. */
    async stop(): Promise<void> {
      if (timer !== null) clearInterval(timer);
      timer = null;
      isWanted = false;
      await running;
    },
  };
}

export type Background = ReturnType<typeof createBackground>;
