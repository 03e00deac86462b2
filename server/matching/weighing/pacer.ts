import { type EventLoopUtilization, performance } from 'node:perf_hooks';

/** Rests as long as it worked when nobody else wants the process, and up to forty times as long when it is busy. */
const BUSY_FACTOR = 40;
const LONGEST_REST_MS = 4_000;

/**
 * Keeps work in the background from slowing what people wait for: after each piece it rests, the longer the more
 * the process had to do during the rest before.
 * @returns a function that does a piece of work and then rests.
 */
export function createPacer(rest: (durationMs: number) => Promise<void> = pause) {
  let busy = 0;
  return async function pace<Result>(work: () => Promise<Result>): Promise<Result> {
    const startedAt = performance.now();
    const result = await work();
    const workedMs = performance.now() - startedAt;
    const before: EventLoopUtilization = performance.eventLoopUtilization();
    await rest(Math.min(LONGEST_REST_MS, workedMs * (1 + BUSY_FACTOR * busy)));
    busy = performance.eventLoopUtilization(before).utilization;
    return result;
  };
}

export type Pace = ReturnType<typeof createPacer>;

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
