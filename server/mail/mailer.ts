import type { NoticeRecord, NoticeStore } from '../notices/noticeStore.ts';
import type { LeaseStore } from '../relay/leaseStore.ts';
import { type MailTransport, MailUnavailable } from './letter.ts';
import type { FindRecipient } from './recipients.ts';
import type { WriteLetter } from './writeLetter.ts';

const BATCH = 50;
/** Prolonged while letters go out, so that another process goes on soon when this one dies. */
const LEASE_MS = 30_000;
/** After so many refusals of one letter it is given up; the notice in the site stays. */
const MOST_ATTEMPTS = 10;

interface MailerParts {
  store: NoticeStore;
  leases: LeaseStore;
  findRecipient: FindRecipient;
  writeLetter: WriteLetter;
  transport: MailTransport;
  onFailure: (error: unknown) => void;
}

/**
 * Sends the letters of notices that wait. A letter is marked as sent after it was; a crash between
 * the two sends it again under the same Message-ID, never not at all.
 */
export function createMailer({
  store,
  leases,
  findRecipient,
  writeLetter,
  transport,
  onFailure,
}: MailerParts) {
  let running: Promise<void> | null = null;

  /** @returns whether the next letter may be tried. */
  async function deliver(notice: NoticeRecord): Promise<boolean> {
    try {
      const recipient = await findRecipient(notice.accountId);
      if (recipient !== null) await transport.send(writeLetter(notice, recipient));
      await store.markMailed(notice._id);
      return true;
    } catch (error) {
      onFailure(error);
      if (error instanceof MailUnavailable) return false;
      await store.noteFailure(notice._id);
      if (notice.mailAttempts + 1 >= MOST_ATTEMPTS) await store.markMailed(notice._id);
      return true;
    }
  }

  async function deliverAll(): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      const waiting = (await store.waitingForMail(BATCH + tried.size)).filter(({ _id }) => !tried.has(_id));
      if (waiting.length === 0) return;
      for (const notice of waiting) {
        tried.add(notice._id);
        if (!(await deliver(notice))) return;
      }
    }
  }

  return {
    /** Sends what waits now, in one process at a time; never throws. */
    sendWaiting(): Promise<void> {
      running ??= leases
        .hold('mail', LEASE_MS, deliverAll)
        .then(() => {}, onFailure)
        .finally(() => {
          running = null;
        });
      return running;
    },
  };
}

export type Mailer = ReturnType<typeof createMailer>;
