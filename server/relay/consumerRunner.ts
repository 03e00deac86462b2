import type { LoggedEvent } from '../../models/records.ts';
import type { Clock } from '../clock.ts';
import type { Consumer } from './consumer.ts';
import type { Cursor, CursorStore } from './cursorStore.ts';
import type { EventLogStore } from './eventLogStore.ts';
import type { StepObserver } from './relay.ts';

/** After so many failures of one event it is put aside, so that the rest can go on. */
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

interface RunnerParts {
  consumers: Consumer[];
  eventLog: EventLogStore;
  cursors: CursorStore;
  clock: Clock;
  onFailure: (consumer: string, error: unknown) => void;
  onStep?: StepObserver;
}

/** Feeds each consumer from the log at its own pace; one that fails does not stop the others. */
export function createConsumerRunner({
  consumers,
  eventLog,
  cursors,
  clock,
  onFailure,
  onStep = () => {},
}: RunnerParts) {
  const advance = (name: string, sequence: number) =>
    cursors.set(name, { sequence, attempts: 0, retryAt: null, lastError: null, movedAt: clock.now() });

  async function fail(consumer: Consumer, cursor: Cursor, error: unknown): Promise<void> {
    onFailure(consumer.name, error);
    const attempts = cursor.attempts + 1;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 10));
    const retryAt = new Date(clock.now().getTime() + pauseMs);
    await cursors.set(consumer.name, { ...cursor, attempts, retryAt, lastError: String(error) });
  }

  async function giveUp(consumer: Consumer, event: LoggedEvent, error: unknown): Promise<void> {
    const letter = {
      consumer: consumer.name,
      sequence: event.sequence,
      error: String(error),
      at: clock.now(),
    };
    await cursors.bury(event._id, letter);
    await advance(consumer.name, event.sequence);
  }

  async function consume(consumer: Consumer, events: LoggedEvent[]): Promise<boolean> {
    const cursor = await cursors.get(consumer.name);
    try {
      await consumer.consume(events);
      await onStep(`${consumer.name}:consumed`);
      await advance(consumer.name, events.at(-1)?.sequence ?? cursor.sequence);
      await onStep(`${consumer.name}:advanced`);
      return true;
    } catch (error) {
      const [event] = events;
      if (events.length > 1 && !isTransient(error)) return consume(consumer, events.slice(0, 1));
      if (event && !isTransient(error) && cursor.attempts + 1 >= ATTEMPTS)
        await giveUp(consumer, event, error);
      else await fail(consumer, cursor, error);
      return false;
    }
  }

  /** Lets one consumer read what is new, until it is over. @returns how many events it took. */
  async function runOne(consumer: Consumer, isOver = () => false): Promise<number> {
    for (let count = 0; ; ) {
      if (isOver()) return count;
      const cursor = await cursors.get(consumer.name);
      if (cursor.retryAt !== null && cursor.retryAt > clock.now()) return count;
      const size = cursor.attempts > 0 ? 1 : consumer.batchSize;
      const events = await eventLog.after(cursor.sequence, size);
      if (events.length === 0) return count;
      if (!(await consume(consumer, events))) return count;
      count += events.length;
    }
  }

  return {
    consumers,
    runOne,
    /** Lets every consumer read what is new. @returns how many events were taken in all. */
    async run(): Promise<number> {
      const counts = await Promise.all(consumers.map((consumer) => runOne(consumer)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    /** Starts a consumer over from the first event, or from a given one. */
    rewind: (name: string, sequence = 0) =>
      cursors.set(name, { sequence, attempts: 0, retryAt: null, lastError: null, movedAt: clock.now() }),
    retryNow: async (name: string) => {
      await cursors.set(name, { ...(await cursors.get(name)), retryAt: null });
    },
  };
}

export type ConsumerRunner = ReturnType<typeof createConsumerRunner>;

/** An outage of a service beyond ours is waited for as long as it lasts and never costs an event. */
function isTransient(error: unknown): boolean {
  return error instanceof Error && error.name === 'SearchUnavailable';
}
