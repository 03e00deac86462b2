import type { Clock } from '../clock.ts';
import type { LeaseStore } from '../relay/leaseStore.ts';
import type { Job } from './job.ts';

const POLL_MS = 15_000;
/** How long another process waits before it takes over the job of one that died; prolonged while a job goes on. */
const LEASE_MS = 30_000;

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
  const underWay = new Map<string, Promise<boolean>>();

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

  async function begin(job: Job, isWanted: () => Promise<boolean>): Promise<boolean> {
    const isDone = await leases.hold(leaseOf(job), LEASE_MS, async () => {
      if (!(await isWanted())) return false;
      await perform(job);
      return true;
    });
    return isDone ?? false;
  }

  /** A lease keeps other processes away, not this one: here one run of a job waits for the one before. */
  async function attempt(job: Job, isWanted: () => Promise<boolean>): Promise<boolean> {
    for (let earlier = underWay.get(job.name); earlier; earlier = underWay.get(job.name))
      await earlier.catch(() => {});
    const run = begin(job, isWanted);
    underWay.set(job.name, run);
    return run.finally(() => underWay.delete(job.name));
  }

  /** Does what is due now. @returns the names of the jobs that were done by this process. */
  async function runDue(): Promise<string[]> {
    const done: string[] = [];
    for (const job of jobs) {
      if (underWay.has(job.name)) continue;
      // Asked again under the lease: another process may have finished between the two questions.
      if ((await isDue(job)) && (await attempt(job, () => isDue(job)))) done.push(job.name);
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
    /**
     * Does one job, due or not, as soon as a run of it here is over. @returns whether it was done; false
     * when another process is at it.
     */
    async runNow(name: string): Promise<boolean> {
      const job = jobs.find((candidate) => candidate.name === name);
      if (job === undefined) throw new Error(`There is no job named ${name}`);
      return attempt(job, async () => true);
    },
    start(): void {
      timer ??= setInterval(tick, POLL_MS);
      tick();
    },
    /** Stops after the jobs that are under way. */
    async stop(): Promise<void> {
      if (timer !== null) clearInterval(timer);
      timer = null;
      await running;
      await Promise.allSettled(underWay.values());
    },
  };
}

export type JobRunner = ReturnType<typeof createJobRunner>;
