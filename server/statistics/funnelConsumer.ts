import type { LoggedEvent } from '../../models/records.ts';
import { shanghaiDate } from '../clock.ts';
import type { ListingStore } from '../listings/listingStore.ts';
import type { Consumer } from '../relay/consumer.ts';
import type { FunnelStep, FunnelStore } from './funnelStore.ts';

/** Which event means which step; the definition of the figures that are shown. */
const STEP_OF_EVENT: Record<string, FunnelStep> = {
  'listing.approve': 'published',
  'deal.request': 'requested',
  'deal.give-notice': 'requested',
  'deal.accept': 'answered',
  'deal.decline': 'answered',
  'deal.negotiate': 'inTalks',
  'deal.propose': 'inTalks',
  'deal.agree': 'agreed',
};

/** Keeps the funnel from the log; setting its cursor to 0 counts everything anew. */
export function createFunnelConsumer(funnel: FunnelStore, listings: ListingStore): Consumer {
  async function take(event: LoggedEvent): Promise<void> {
    const step = STEP_OF_EVENT[event.name];
    if (step === undefined) return;
    const reference = event.subject.noun === 'listing' ? event.subject.id : String(event.detail.listing);
    const listing = await listings.find(reference);
    const about = listing === null ? null : { kind: listing.kind, province: listing.regionPath[0] ?? '' };
    await funnel.reach(reference, step, shanghaiDate(event.at), about);
  }
  return {
    name: 'statistics',
    batchSize: 200,
    async consume(events) {
      for (const event of events) await take(event);
    },
  };
}
