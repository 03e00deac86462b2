import { type Clock, today } from '../clock.ts';
import type { EventLogStore } from '../relay/eventLogStore.ts';
import type { Job } from './job.ts';
import type { SettingStore } from './settingStore.ts';

/** The head of the event log as it is shown to everybody on a day. */
export interface AuditHead {
  day: string;
  sequence: number;
  hash: string;
}

export const AUDIT_HEAD = 'auditHead';

interface HeadParts {
  eventLog: EventLogStore;
  settings: SettingStore;
  clock: Clock;
}

const HOUR_MS = 3_600_000;

/**
 * Once a day the hash of the last row goes where everybody sees it: whoever noted it can tell
 * later whether the log up to there was changed.
 */
export function createPublishAuditHead({ eventLog, settings, clock }: HeadParts): Job {
  return {
    name: 'publishAuditHead',
    intervalMs: HOUR_MS,
    async run(): Promise<AuditHead> {
      const published = await settings.find<AuditHead>(AUDIT_HEAD);
      const day = today(clock);
      if (published?.day === day) return published;
      const head = { day, ...(await eventLog.head()) };
      await settings.set(AUDIT_HEAD, head);
      return head;
    },
  };
}
