import { join } from 'node:path';
import type { Models } from '../../models/createModels.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { FileStore } from '../files/fileStore.ts';
import type { Stores } from '../stores.ts';
import { createCleanFiles } from './cleanFiles.ts';
import { createCleanOccurrences } from './cleanOccurrences.ts';
import { createCleanTemporary } from './cleanTemporary.ts';
import { createCleanTokensAndSessions } from './cleanTokensAndSessions.ts';
import type { Job } from './job.ts';
import { createPublishAuditHead } from './publishAuditHead.ts';

interface JobsParts {
  models: Models;
  stores: Stores;
  files: FileStore;
  config: Pick<Config, 'dataDirectory'>;
  clock: Clock;
}

/** The housekeeping of the installation; jobs of other areas are added beside these. */
export function createHousekeepingJobs({ models, stores, files, config, clock }: JobsParts): Job[] {
  return [
    createCleanTokensAndSessions({ models, clock }),
    createCleanOccurrences(models),
    createCleanFiles({ models, files, clock }),
    createCleanTemporary({ directory: join(config.dataDirectory, 'temporary'), clock }),
    createPublishAuditHead({ eventLog: stores.eventLog, settings: stores.settings, clock }),
  ];
}
