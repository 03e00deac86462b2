import type { Models } from '../../models/createModels.ts';
import type { Clock } from '../clock.ts';
import type { Stores } from '../stores.ts';
import { createCleanOccurrences } from './cleanOccurrences.ts';
import { createCleanTokensAndSessions } from './cleanTokensAndSessions.ts';
import type { Job } from './job.ts';
import { createPublishAuditHead } from './publishAuditHead.ts';

interface JobsParts {
  models: Models;
  stores: Stores;
  clock: Clock;
}

/** The housekeeping of the installation; jobs of other areas are added beside these. */
export function createHousekeepingJobs({ models, stores, clock }: JobsParts): Job[] {
  return [
    createCleanTokensAndSessions({ models, clock }),
    createCleanOccurrences(models),
    createPublishAuditHead({ eventLog: stores.eventLog, settings: stores.settings, clock }),
  ];
}
