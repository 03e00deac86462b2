import type { LoggedEvent, PendingEvent } from '../../models/records.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';
import type { EventLogStore } from './eventLogStore.ts';
import { hashOf } from './hashChain.ts';
import type { PendingStore, PendingSubject } from './pendingStore.ts';

const BATCH = 200;

interface Waiting {
  subject: LoggedEvent['subject'];
  event: PendingEvent;
}

/** Called between any two steps, so that a test can stop the process there. */
export type StepObserver = (step: string) => Promise<void> | void;

interface RelayParts {
  sources: PendingStore[];
  eventLog: EventLogStore;
  onStep?: StepObserver;
}

/**
 * Moves waiting events to the log: append with the next sequence and the hash of the row before,
 * then take them off their documents. Nothing is lost when it dies between the two: the next run
 * finds the event in the log already and only takes it off.
 */
export function createRelay({ sources, eventLog, onStep = () => {} }: RelayParts) {
  async function append(waiting: Waiting[]): Promise<void> {
    let head = await eventLog.head();
    const rows = waiting.map(({ subject, event }) => {
      const row = chained(subject, event, head);
      head = { sequence: row.sequence, hash: row.hash };
      return row;
    });
    await eventLog.append(rows);
  }

  /** A row that is already there, or a sequence somebody else took, is met one event at a time. */
  async function appendOne(waiting: Waiting): Promise<void> {
    for (;;) {
      if (await eventLog.has(waiting.event.id)) return;
      try {
        return await append([waiting]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    }
  }

  async function appendAll(waiting: Waiting[]): Promise<void> {
    try {
      await append(waiting);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      for (const one of waiting) await appendOne(one);
    }
  }

  async function moveFrom(source: PendingStore): Promise<number> {
    const subjects = await source.oldest(BATCH);
    if (subjects.length === 0) return 0;
    await onStep(`${source.noun}:read`);
    const waiting = subjects.flatMap((subject) => waitingOf(source.noun, subject));
    await appendAll(waiting);
    await onStep(`${source.noun}:appended`);
    await source.remove(
      subjects.map(({ id, pending }) => ({ id, eventIds: pending.map((event) => event.id) })),
    );
    await onStep(`${source.noun}:removed`);
    return waiting.length;
  }

  return {
    /** Moves everything that waits now. @returns how many events were logged. */
    async run(): Promise<number> {
      let moved = 0;
      for (const source of sources) {
        for (let count = await moveFrom(source); count > 0; count = await moveFrom(source)) moved += count;
      }
      return moved;
    },
  };
}

export type Relay = ReturnType<typeof createRelay>;

function waitingOf(noun: string, subject: PendingSubject): Waiting[] {
  return subject.pending.map((event) => ({ subject: { noun, id: subject.id }, event }));
}

function chained(
  subject: LoggedEvent['subject'],
  event: PendingEvent,
  head: { sequence: number; hash: string },
) {
  const row = {
    _id: event.id,
    sequence: head.sequence + 1,
    at: event.at,
    name: event.name,
    actor: event.actor,
    subject,
    detail: event.detail,
    previousHash: head.hash,
  };
  return { ...row, hash: hashOf(row) };
}
