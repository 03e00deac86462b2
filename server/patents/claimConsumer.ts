import type { ListingRecord, LoggedEvent } from '../../models/records.ts';
import type { DealRecord } from '../deals/deal.ts';
import type { Consumer } from '../relay/consumer.ts';
import type { PatentClaims } from './patentClaims.ts';

interface ClaimParts {
  claims: PatentClaims;
  findDeal: (reference: string) => Promise<DealRecord | null>;
  findListing: (reference: string) => Promise<ListingRecord | null>;
}

const OFFER_ENDS: ReadonlySet<string> = new Set(['offer.refuse', 'offer.announce-withdrawal', 'offer.end']);
const OVER: ReadonlySet<string> = new Set(['refused', 'withdrawn', 'ended']);

/**
 * A right on a patent and the deal or offer that holds it are two documents. When the process died between
 * the two, the right is given back here once the deal or offer has come to nothing.
 */
export function createClaimConsumer({ claims, findDeal, findListing }: ClaimParts): Consumer {
  async function afterDeal(reference: string): Promise<void> {
    const deal = await findDeal(reference);
    if (deal?.state !== 'failed') return;
    const listing = await findListing(deal.listing);
    const patentIds = new Set([...(deal.agreement?.patentIds ?? []), ...(listing?.patentIds ?? [])]);
    await claims.release(null, [...patentIds], reference);
  }

  async function afterOffer(reference: string): Promise<void> {
    const listing = await findListing(reference);
    // An old event may be read late, when the offer was filed again.
    if (listing?.offer && OVER.has(listing.offer.state))
      await claims.release(null, listing.patentIds, reference);
  }

  return {
    name: 'claims',
    batchSize: 50,
    async consume(events: LoggedEvent[]) {
      for (const { name, subject } of events) {
        if (name === 'deal.fail') await afterDeal(subject.id);
        else if (OFFER_ENDS.has(name)) await afterOffer(subject.id);
      }
    },
  };
}
