import type { Models } from '../../models/createModels.ts';
import { addDays, type Clock, today } from '../clock.ts';

const FLUSH_MS = 5_000;

/** Told of each listing that was looked at on a day; for the figures. */
export type NoteViewed = (listing: string, day: string) => Promise<void>;

/**
 * How often each listing was looked at on each day, without persons. Counts gather in memory and are written a few
 * seconds later in one go, so that looking costs no write; the last seconds before a kill may be lost.
 */
export function createViewCountStore(
  { viewCounts }: Pick<Models, 'viewCounts'>,
  clock: Clock,
  noteViewed: NoteViewed,
) {
  let waiting = new Map<string, { listing: string; day: string; count: number }>();
  let flushedAt = 0;
  let writing: Promise<void> = Promise.resolve();

  async function write(counts: typeof waiting): Promise<void> {
    for (const [_id, { listing, day, count }] of counts) {
      await viewCounts.updateOne(
        { _id },
        { $inc: { count }, $setOnInsert: { listing, day } },
        { upsert: true },
      );
      await noteViewed(listing, day);
    }
  }

  /** Writes what was counted so far; for shutting down and for those who read the figures. */
  async function flush(): Promise<void> {
    const counts = waiting;
    waiting = new Map();
    flushedAt = clock.now().getTime();
    writing = writing.then(() => write(counts));
    return writing;
  }

  return {
    flush,
    /** Counts one look at a listing. Writing fails quietly: a page matters more than its count. */
    count(listing: string): void {
      const day = today(clock);
      const id = `${day}:${listing}`;
      const count = (waiting.get(id)?.count ?? 0) + 1;
      waiting.set(id, { listing, day, count });
      if (clock.now().getTime() - flushedAt >= FLUSH_MS) flush().catch(() => undefined);
    },
    /** Looks at a listing on each of the last so many days that had any, today included. */
    async byDay(listing: string, days: number): Promise<Map<string, number>> {
      const since = addDays(today(clock), 1 - days);
      const rows = await viewCounts
        .find({ listing, day: { $gte: since } })
        .lean<{ day: string; count: number }[]>();
      return new Map(rows.map(({ day, count }) => [day, count]));
    },
  };
}

export type ViewCountStore = ReturnType<typeof createViewCountStore>;
