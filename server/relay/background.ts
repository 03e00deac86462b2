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
 * for what other processes changed. Each goes its own pace under its own lease, so that nobody waits for a
 * slow one: a listing is found while its matches are still being computed.
 */
export function createBackground({ relay, runner, leases, onFailure }: BackgroundParts) {
  let timer: NodeJS.Timeout | null = null;
  let isOver = false;
  const move = async () => (await leases.hold('relay', LEASE_MS, relay.run)) ?? 0;
  const takers = runner.consumers.map(
    (consumer) => async () =>
      (await leases.hold(`consumer:${consumer.name}`, LEASE_MS, () =>
        runner.runOne(consumer, () => isOver),
      )) ?? 0,
  );
  const loops = [move, ...takers].map((work) =>
    createLoop(async () => {
      // What one did may be work for another.
      if ((await work().catch(onFailure)) ?? 0) nudge();
    }),
  );

  function nudge(): void {
    if (!isOver) for (const loop of loops) loop.nudge();
  }

  return {
    nudge,
    /** Works until nothing is left to do; consumers may cause new events. */
    async drain(): Promise<void> {
      for (let count = 1; count > 0; ) {
        const moved = await move();
        const taken = await Promise.all(takers.map((take) => take()));
        count = taken.reduce((sum, each) => sum + each, moved);
      }
    },
    start(): void {
      timer ??= setInterval(nudge, POLL_MS);
      nudge();
    },
    /** Stops for good, after the batches that are under way. */
    async stop(): Promise<void> {
      if (timer !== null) clearInterval(timer);
      timer = null;
      isOver = true;
      await Promise.all(loops.map((loop) => loop.rest()));
    },
  };
}

export type Background = ReturnType<typeof createBackground>;

/** Does its work once a nudge, never twice at a time; nudged meanwhile, it works once more. */
function createLoop(work: () => Promise<void>) {
  let running: Promise<void> | null = null;
  let isWanted = false;

  async function runWhileWanted(): Promise<void> {
    while (isWanted) {
      isWanted = false;
      await work();
    }
    running = null;
  }

  return {
    nudge(): void {
      isWanted = true;
      running ??= runWhileWanted();
    },
    /** Resolves when it is at rest. */
    rest: () => running ?? Promise.resolve(),
  };
}
