import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Job } from './job.ts';

const HOUR_MS = 3_600_000;
/** No upload and no import takes so long. */
const KEPT_MS = 24 * HOUR_MS;

interface CleanParts {
  /** Where uploads rest until their form is answered. */
  directory: string;
  clock: Clock;
}

/** Removes uploads that were never finished: a process that is killed leaves them behind. */
export function createCleanTemporary({ directory, clock }: CleanParts): Job {
  return {
    name: 'cleanTemporary',
    intervalMs: HOUR_MS,
    async run() {
      const before = clock.now().getTime() - KEPT_MS;
      let removed = 0;
      for (const name of await readdir(directory).catch(() => [])) {
        const path = join(directory, name);
        const found = await stat(path).catch(() => null);
        if (!found?.isFile() || found.mtimeMs >= before) continue;
        await rm(path, { force: true });
        removed++;
      }
      return { removed };
    },
  };
}
