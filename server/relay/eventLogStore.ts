import type { Models } from '../../models/createModels.ts';
import type { LoggedEvent } from '../../models/records.ts';
import { CHAIN_START } from './hashChain.ts';

export interface EventFilter {
  subjectId?: string;
  name?: string;
  accountId?: string;
}

const PAGE = 500;

/** The append-only log. It offers no way to change or remove a row. */
export function createEventLogStore({ eventLog }: Pick<Models, 'eventLog'>) {
  async function head(): Promise<{ sequence: number; hash: string }> {
    const last = await eventLog.findOne({}, { sequence: 1, hash: 1 }, { sort: { sequence: -1 } }).lean();
    return last === null ? { sequence: 0, hash: CHAIN_START } : { sequence: last.sequence, hash: last.hash };
  }

  /** Events after a sequence, oldest first. */
  async function after(sequence: number, limit: number): Promise<LoggedEvent[]> {
    return eventLog
      .find({ sequence: { $gt: sequence } }, null, { sort: { sequence: 1 }, limit })
      .lean<LoggedEvent[]>();
  }

  return {
    head,
    after,
    has: async (eventId: string) => (await eventLog.findOne({ _id: eventId }, { _id: 1 }).lean()) !== null,
    /** Appends rows in order. Fails with code 11000 when the sequence or an event is already there. */
    append: async (rows: LoggedEvent[]) => {
      await eventLog.insertMany(rows, { ordered: true });
    },
    /** One page of the log, newest first, for the auditor. */
    page: async (filter: EventFilter, before: number | null, limit: number): Promise<LoggedEvent[]> =>
      eventLog
        .find(
          {
            ...(filter.subjectId ? { 'subject.id': filter.subjectId } : {}),
            ...(filter.name ? { name: filter.name } : {}),
            ...(filter.accountId ? { 'actor.accountId': filter.accountId } : {}),
            ...(before === null ? {} : { sequence: { $lt: before } }),
          },
          null,
          { sort: { sequence: -1 }, limit },
        )
        .lean<LoggedEvent[]>(),
    /** The whole log in order, read in pages. */
    async *all(): AsyncGenerator<LoggedEvent> {
      for (let sequence = 0; ; ) {
        const rows = await after(sequence, PAGE);
        if (rows.length === 0) return;
        yield* rows;
        sequence = rows.at(-1)?.sequence ?? sequence;
      }
    },
  };
}

export type EventLogStore = ReturnType<typeof createEventLogStore>;
