import type { LoggedEvent } from '../../models/records.ts';

/**
 * A reader of the log with its own place in it. `consume` must be idempotent by event id: after a
 * crash the same events come again.
 */
export interface Consumer {
  name: string;
  batchSize: number;
  consume(events: LoggedEvent[]): Promise<void>;
}
