import session, { type SessionData } from 'express-session';
import type { Models } from '../../models/createModels.ts';
import type { Clock } from '../clock.ts';

/** Somebody signed in is asked again after so long without a request. */
export const SESSION_MS = 12 * 3_600_000;
/** A session in use is written again at most this often, so that reading pages does not write. */
const TOUCH_EVERY_MS = 10 * 60_000;

type Done<Value = void> = (error: unknown, value?: Value) => void;
type Row = { content: string; expiresAt: Date };

/** Sessions as documents, so that any process of the marketplace knows who is signed in. */
export class SessionStore extends session.Store {
  readonly #sessions: Models['sessions'];
  readonly #clock: Clock;

  constructor({ sessions }: Pick<Models, 'sessions'>, clock: Clock) {
    super();
    this.#sessions = sessions;
    this.#clock = clock;
  }

  override get(id: string, done: Done<SessionData | null>): void {
    answer(done, async () => {
      const row = await this.#sessions.findOne({ _id: id }).lean<Row>();
      if (row === null || row.expiresAt <= this.#clock.now()) return null;
      return JSON.parse(row.content) as SessionData;
    });
  }

  override set(id: string, kept: SessionData, done: Done = () => {}): void {
    kept.touchedAt = this.#clock.now().getTime();
    const accountId = kept.passport?.user ?? null;
    const content = JSON.stringify(kept);
    answer(done, async () => {
      await this.#sessions.updateOne(
        { _id: id },
        { $set: { accountId, content, expiresAt: this.#expiry() } },
        { upsert: true },
      );
    });
  }

  override touch(id: string, kept: SessionData, done: Done = () => {}): void {
    const age = this.#clock.now().getTime() - (kept.touchedAt ?? 0);
    if (age < TOUCH_EVERY_MS) done(null);
    else this.set(id, kept, done);
  }

  override destroy(id: string, done: Done = () => {}): void {
    answer(done, async () => {
      await this.#sessions.deleteOne({ _id: id });
    });
  }

  #expiry(): Date {
    return new Date(this.#clock.now().getTime() + SESSION_MS);
  }
}

function answer<Value>(done: Done<Value>, ask: () => Promise<Value>): void {
  ask().then(
    (value) => done(null, value),
    (error: unknown) => done(error),
  );
}

declare module 'express-session' {
  interface SessionData {
    passport?: { user?: string };
    /** When the store wrote the session last, in ms. */
    touchedAt?: number;
  }
}
