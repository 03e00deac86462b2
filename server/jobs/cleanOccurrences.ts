import type { Models } from '../../models/createModels.ts';
import type { Job } from './job.ts';

const BATCH = 500;

/**
 * Removes occurrences whose event is in the log. An occurrence never gets another event, so an
 * empty one stays empty. Starts from the oldest at each run.
 */
export function createCleanOccurrences({ occurrences }: Pick<Models, 'occurrences'>): Job {
  async function removeAfter(id: string): Promise<{ last: string | null; removed: number }> {
    const rows = await occurrences
      .find({ _id: { $gt: id } }, { 'pending.id': 1 }, { sort: { _id: 1 }, limit: BATCH })
      .lean<{ _id: string; pending: unknown[] }[]>();
    const logged = rows.filter((row) => row.pending.length === 0).map((row) => row._id);
    if (logged.length > 0) await occurrences.deleteMany({ _id: { $in: logged } });
    return { last: rows.length < BATCH ? null : (rows.at(-1)?._id ?? null), removed: logged.length };
  }

  return {
    name: 'cleanOccurrences',
    intervalMs: 10 * 60_000,
    async run() {
      let removed = 0;
      for (let id: string | null = ''; id !== null; ) {
        const page = await removeAfter(id);
        removed += page.removed;
        id = page.last;
      }
      return { removed };
    },
  };
}
