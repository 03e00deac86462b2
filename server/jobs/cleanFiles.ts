import type { Model } from 'mongoose';
import type { Models } from '../../models/createModels.ts';
import type { Clock } from '../clock.ts';
import { createFileRecordStore } from '../files/fileRecordStore.ts';
import type { FileStore } from '../files/fileStore.ts';
import type { Job } from './job.ts';

const DAY_MS = 86_400_000;
/** How long a file waits for a document to refer to it, and stays after the last one let go of it. */
const GRACE_MS = 14 * DAY_MS;
const CANDIDATES = 50_000;
const PAGE = 100;

/** Every collection whose documents refer to files. */
const REFERRING = ['listings', 'organisations', 'deals', 'importRuns'] as const;

interface CleanParts {
  models: Pick<Models, 'files' | (typeof REFERRING)[number]>;
  files: FileStore;
  clock: Clock;
}

/**
 * Removes files that no document refers to any more: their records, then bytes without a record. Both only
 * when they are older than the time of grace, so a file that is handed in again meanwhile is never lost.
 */
export function createCleanFiles({ models, files, clock }: CleanParts): Job {
  const records = createFileRecordStore(models, clock);

  /** Takes out of the candidates what a document mentions anywhere but in its history. */
  async function keepReferred(candidates: Set<string>): Promise<void> {
    for (const name of REFERRING) {
      const model = models[name] as unknown as Model<{ _id: string }>;
      for (let last = ''; candidates.size > 0; ) {
        const page = await model
          .find({ _id: { $gt: last } }, { pending: 0, history: 0 }, { sort: { _id: 1 }, limit: PAGE })
          .lean<{ _id: string }[]>();
        for (const [fileId] of JSON.stringify(page).matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g))
          candidates.delete(fileId);
        if (page.length < PAGE) break;
        last = page.at(-1)?._id ?? last;
      }
    }
  }

  return {
    name: 'cleanFiles',
    intervalMs: DAY_MS,
    async run() {
      const before = new Date(clock.now().getTime() - GRACE_MS);
      let forgotten = 0;
      for (let last = ''; ; ) {
        const ids = await records.idsBefore(before, last, CANDIDATES);
        const candidates = new Set(ids);
        await keepReferred(candidates);
        if (candidates.size > 0) forgotten += await records.forget([...candidates], before);
        if (ids.length < CANDIDATES) break;
        last = ids.at(-1) ?? last;
      }
      return { forgotten, removed: await files.removeUnrecorded(before) };
    },
  };
}
