import type { DealServices } from '../deals/dealServices.ts';
import type { ListingServices } from '../listings/listingServices.ts';
import type { Job } from './job.ts';

const MINUTE_MS = 60_000;

/** What time does to listings and deals: expiry, reminders, answers that are late. */
export function createTimedMoves(listings: ListingServices['jobs'], deals: DealServices['jobs']): Job[] {
  const rhythm = { intervalMs: 15 * MINUTE_MS };
  return [
    { name: 'expireListings', ...rhythm, run: listings.expire },
    { name: 'remindOwners', ...rhythm, run: listings.remind },
    { name: 'remindAnswers', ...rhythm, run: deals.remindAndLapse },
  ];
}
