import { addDays, type Clock, today } from '../clock.ts';
import type { ListingMoves } from './listingMoves.ts';
import type { ListingStore } from './listingStore.ts';

const BATCH = 200;

/** Days before the last day on which the owner is reminded to renew (F10). */
export const REMINDER_DAYS = [30, 7, 1] as const;

/** What time does to listings: reminders before the last day, expiry after it. */
export function createListingJobs({
  store,
  moves,
  clock,
}: {
  store: ListingStore;
  moves: ListingMoves;
  clock: Clock;
}) {
  async function expire(): Promise<number> {
    let count = 0;
    for (;;) {
      const past = await store.pastTheirTime(today(clock), BATCH);
      for (const { _id: reference, revision } of past) {
        await moves.move({ actor: null, reference, revision, event: 'expire' });
        count += 1;
      }
      if (past.length < BATCH) return count;
    }
  }

  /** One reminder for each of the days, also when the job did not run for a while. */
  async function remind(): Promise<number> {
    const now = today(clock);
    let count = 0;
    const ending = await store.endingBetween(now, addDays(now, REMINDER_DAYS[0]), { skip: 0, limit: 5_000 });
    for (const listing of ending) {
      const mark = reminderMark(listing.validUntil ?? now, now);
      if (mark === null || listing.remindedFor === mark) continue;
      await moves.move({
        actor: null,
        reference: listing._id,
        revision: listing.revision,
        event: 'remind',
        set: { remindedFor: mark },
      });
      count += 1;
    }
    return count;
  }

  return { expire, remind };
}

/** Names the reminder that is due: the last day and the smallest step not yet passed. */
function reminderMark(validUntil: string, now: string): string | null {
  const step = [...REMINDER_DAYS].reverse().find((days) => validUntil <= addDays(now, days));
  return step === undefined ? null : `${validUntil}/${step}`;
}
