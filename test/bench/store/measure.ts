import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Operations a second of `work` done so many times, one after the other or `atOnce` together. */
export async function rateOf(
  count: number,
  work: (n: number) => Promise<unknown>,
  atOnce = 1,
): Promise<number> {
  const startedAt = performance.now();
  for (let from = 0; from < count; from += atOnce) {
    const length = Math.min(atOnce, count - from);
    await Promise.all(Array.from({ length }, (_, at) => work(from + at)));
  }
  return Math.round(count / ((performance.now() - startedAt) / 1000));
}

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

export const round = (value: number) => Math.round(value * 100) / 100;

interface Load {
  seconds: number;
  readsPerSecond: number;
  writesPerSecond: number;
  read: (n: number) => Promise<unknown>;
  write: (n: number) => Promise<unknown>;
}

/** A paced load, begun every 10 ms; what counts is how late the event loop gets and how long a read takes. */
export async function pacedLoad({ seconds, readsPerSecond, writesPerSecond, read, write }: Load) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const readMs: number[] = [];
  const running: Promise<unknown>[] = [];
  const [done, total] = [{ reads: 0, writes: 0 }, seconds * 1000];
  const startedAt = performance.now();
  delay.enable();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const elapsed = performance.now() - startedAt;
      for (; done.reads < (elapsed / 1000) * readsPerSecond; done.reads++)
        running.push(timed(read(done.reads), readMs));
      for (; done.writes < (elapsed / 1000) * writesPerSecond; done.writes++)
        running.push(write(done.writes));
      if (elapsed < total) return;
      clearInterval(timer);
      resolve();
    }, 10);
  });
  await Promise.all(running);
  delay.disable();
  const p99 = round(delay.percentile(99) / 1e6 - 1);
  return {
    ...done,
    eventLoopDelayP99Ms: Math.max(0, p99),
    readP50Ms: percentile(readMs, 0.5),
    readP99Ms: percentile(readMs, 0.99),
  };
}

async function timed(work: Promise<unknown>, into: number[]): Promise<void> {
  const startedAt = performance.now();
  await work;
  into.push(performance.now() - startedAt);
}
