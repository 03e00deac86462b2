import type { Clock } from '../clock.ts';
import type { LeaseStore } from '../relay/leaseStore.ts';
import type { Job } from './job.ts';

const POLL_MS = 15_000;

interface JobParts {
  jobs: Job[];
  leases: LeaseStore;
  clock: Clock;
  onFailure: (job: string, error: unknown) => void;
}

/**
 * Does each job when its interval is over, in one process at a time. A job that fails is tried
 * again after its interval and does not stop the others; when a process dies in the middle,
 * another takes over once the lease has run out.
 */
export function createJobRunner({ jobs, leases, clock, onFailure }: JobParts) {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;

  const leaseOf = (job: Job) => `job:${job.name}`;

  async function isDue(job: Job): Promise<boolean> {
    const row = await leases.find(leaseOf(job));
    if (row?.lastRunAt == null) return true;
    return row.lastRunAt.getTime() + job.intervalMs <= clock.now().getTime();
  }

  async function perform(job: Job): Promise<void> {
    try {
      await leases.finish(leaseOf(job), { isDone: true, result: (await job.run()) ?? null });
    } catch (error) {
      onFailure(job.name, error);
      await leases.finish(leaseOf(job), { isDone: false, error: String(error) });
    }
  }

  /** Does what is due now. @returns the names of the jobs that were done by this process. */
  async function runDue(): Promise<string[]> {
    const done: string[] = [];
    for (const job of jobs) {
      if (!(await isDue(job)) || !(await leases.take(leaseOf(job), job.leaseMs))) continue;
      // Another process may have finished between the two questions.
      if (await isDue(job)) {
        await perform(job);
        done.push(job.name);
      } else await leases.release(leaseOf(job));
    }
    return done;
  }

  function tick(): void {
    running ??= runDue()
      .then(
        () => {},
        (error) => onFailure('jobs', error),
      )
      .finally(() => {
        running = null;
      });
  }

  return {
    jobs,
    runDue,
    /** Does one job at once, due or not. @returns whether it was done; false when another process is at it. */
    async runNow(name: string): Promise<boolean> {
      const job = jobs.find((candidate) => candidate.name === name);
      if (job === undefined) throw new Error(`There is no job named ${name}`);
      if (!(await leases.take(leaseOf(job), job.leaseMs))) return false;
      await perform(job);
      return true;
    },
    start(): void {
      timer ??= setInterval(tick, POLL_MS);
      tick();
    },
    /** Stops after the job that is under way. */
    async stop(): Promise<void> {
      if (timer !== null) clearInterval(timer);
      timer = null;
      await running;
    },
  };
}

export type JobRunner = ReturnType<typeof createJobRunner>;
