import type { ListingStore } from '../listings/listingStore.ts';
import type { LocalizedText } from '../localized.ts';
import { EMPTY_SUBJECT, type FindSubject } from '../notices/noticeSubject.ts';
import type { DealStore } from './dealStore.ts';

/** A deal as the subject of notices: its two sides, who wrote for them, and the public title of the listing. */
export function createDealSubject(deals: DealStore, listings: ListingStore): FindSubject {
  return async (reference) => {
    const deal = await deals.find(reference);
    if (deal === null) return null;
    const listing = await listings.find(deal.listing);
    const requester = deal.history[0]?.accountId;
    const owner = listing?.live?.savedBy ?? listing?.createdBy;
    return {
      ...EMPTY_SUBJECT,
      reference: deal._id,
      title: (listing?.live?.content.title as LocalizedText | undefined) ?? null,
      parties: { requester: deal.requester.organisationId, owner: deal.owner.organisationId },
      people: { ...(requester ? { requester } : {}), ...(owner ? { owner } : {}) },
      regionPath: deal.regionPaths.owner,
      waitingFor: deal.waitingFor,
      dueAt: deal.dueAt,
    };
  };
}
