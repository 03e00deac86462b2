import type { ListingRecord } from '../../../models/records.ts';
import type { Clock } from '../../clock.ts';
import { ApplicationError } from '../../errors.ts';
import type { Job } from '../../jobs/job.ts';
import type { SettingStore } from '../../jobs/settingStore.ts';
import { createSingleRun } from '../../jobs/singleRun.ts';
import type { LeaseStore } from '../../relay/leaseStore.ts';
import { ALGORITHM_VERSION } from '../weights.ts';
import type { LiveWeights } from './liveWeights.ts';
import type { Pace } from './pacer.ts';

/** How far matching everything anew is. Kept after each listing, so that whoever goes on knows where. */
export interface Progress {
  /** Algorithm and weights everything is matched with. */
  target: string;
  /** The last listing, in order of reference, that is done. */
  cursor: string;
  done: number;
  total: number;
  /** Listings left out, since they failed again and again. */
  failed: string[];
  /** How often the next listing failed so far. */
  attempts: number;
  startedAt: Date;
  finishedAt: Date | null;
}

interface Parts {
  settings: Pick<SettingStore, 'find' | 'set'>;
  leases: Pick<LeaseStore, 'hold'>;
  listingsAfter: (reference: string, limit: number) => Promise<ListingRecord[]>;
  countPublished: () => Promise<number>;
  /** Brings the pairs of one listing to what they are now; doing it twice does no harm. */
  match: (reference: string) => Promise<void>;
  live: LiveWeights;
  isIndexHealthy: () => Promise<boolean>;
  pace: Pace;
  clock: Clock;
}

const SETTING = 'rematching';
const LEASE_MS = 30_000;
const PAGE = 50;
/** After so many failures, with a healthy index, a listing is left out rather than keeping all others waiting. */
const MOST_ATTEMPTS = 5;
/** A decision at the same instant as the new evidence: then the listing is matched once more. */
const MOST_CONFLICTS = 3;

/**
 * Matches everything anew when algorithm or weights are not those it was last matched with. One process at a
 * time, one listing after the other; killed at any step, the next one goes on with the listing it was at.
 */
export function createRematching(parts: Parts) {
  const { settings, live, clock } = parts;
  let isStopped = false;

  const target = () => `${ALGORITHM_VERSION} ${live.current().version}`;
  const find = () => settings.find<Progress>(SETTING);

  async function begin(isNothingToDo: boolean): Promise<Progress> {
    const startedAt = clock.now();
    const total = await parts.countPublished();
    const fresh = { target: target(), cursor: '', done: 0, total, failed: [], attempts: 0, startedAt };
    const progress: Progress = { ...fresh, finishedAt: isNothingToDo ? startedAt : null };
    await settings.set(SETTING, progress);
    return progress;
  }

  /** An installation that never put weights live starts as matched: its pairs were made with the bundled ones. */
  async function current(): Promise<Progress> {
    await live.refresh();
    const progress = await find();
    if (progress === null) return begin(live.isUntouched());
    return progress.target === target() ? progress : begin(false);
  }

  async function matchOne(reference: string): Promise<void> {
    for (let conflicts = 0; ; conflicts += 1) {
      try {
        return await parts.match(reference);
      } catch (error) {
        const isConflict = error instanceof ApplicationError && error.kind === 'conflict';
        if (!isConflict || conflicts === MOST_CONFLICTS) throw error;
      }
    }
  }

  /** One listing and the note that it is done. @throws what kept it from being matched, after noting that too. */
  async function step(progress: Progress, { _id, publication }: ListingRecord): Promise<Progress> {
    const after = { ...progress, cursor: _id, attempts: 0 };
    if (publication !== 'published') return after;
    try {
      await parts.pace(() => matchOne(_id));
    } catch (error) {
      const attempts = progress.attempts + 1;
      const isLeftOut = attempts >= MOST_ATTEMPTS && (await parts.isIndexHealthy());
      const noted = isLeftOut ? { ...after, failed: [...progress.failed, _id] } : { ...progress, attempts };
      await settings.set(SETTING, noted);
      throw error;
    }
    const done = { ...after, done: progress.done + 1 };
    await settings.set(SETTING, done);
    return done;
  }

  /** The next listings, until it is to stop or the weights change; finishes when there are none. */
  async function page(progress: Progress): Promise<void> {
    const listings = await parts.listingsAfter(progress.cursor, PAGE);
    let reached = progress;
    for (const listing of listings) {
      if (isStopped || reached.target !== target()) return;
      reached = await step(reached, listing);
    }
    const isEnd = listings.length === 0;
    // Noted also when no listing of the page was published, else it would be read for ever.
    await settings.set(SETTING, isEnd ? { ...reached, finishedAt: clock.now() } : reached);
  }

  async function goOn(): Promise<void> {
    let progress = await current();
    while (progress.finishedAt === null && !isStopped) {
      await page(progress);
      progress = await current();
    }
  }

  /** Goes on until all is done, unless another process is at it. */
  const { nudge, settled } = createSingleRun({
    leases: parts.leases,
    name: 'rematching',
    leaseMs: LEASE_MS,
    work: goOn,
  });

  return {
    progress: find,
    work: nudge,
    /** Stops after the listing that is under way. */
    async stop(): Promise<void> {
      isStopped = true;
      await settled();
    },
    /** Looks whether there is something to do and leaves it going, so that other jobs do not wait for it. */
    job: (onFailure: (error: unknown) => void): Job => ({
      name: 'rematching',
      intervalMs: 15_000,
      async run() {
        nudge().catch(onFailure);
        return find();
      },
    }),
  };
}

export type Rematching = ReturnType<typeof createRematching>;
