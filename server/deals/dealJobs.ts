import type { Clock } from '../clock.ts';
import type { DealMoves } from './dealMoves.ts';
import type { DealStore } from './dealStore.ts';
import { STALE_DAYS } from './dealWorkflow.ts';

const DAY_MS = 86_400_000;
const BATCH = 100;

/** Interest nobody answered: reminded and put on the desk when the promise ran out, unanswered after thirty days (D6). */
export function createDealJobs({
  store,
  moves,
  clock,
}: {
  store: DealStore;
  moves: DealMoves;
  clock: Clock;
}) {
  return {
    /** @returns how many deals were reminded or lapsed. */
    async remindAndLapse(): Promise<number> {
      const now = clock.now();
      const late = await store.waitingSince(now, BATCH);
      let count = 0;
      for (const deal of late) {
        const isStale = now.getTime() - deal.createdAt.getTime() > STALE_DAYS * DAY_MS;
        if (!isStale && deal.remindedAt !== null) continue;
        await moves.move({
          actor: null,
          reference: deal._id,
          revision: deal.revision,
          event: isStale ? 'lapse' : 'remind',
          set: () => (isStale ? { waitingFor: null } : { remindedAt: now, isOverdue: true }),
        });
        count += 1;
      }
      return count;
    },
  };
}
