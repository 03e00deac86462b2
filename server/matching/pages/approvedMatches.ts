import type { ListingStore } from '../../listings/listingStore.ts';
import type { MatchService } from '../matchService.ts';

const SHOWN = 5;

/** The approved pairs that everybody may read, for the public page of a listing; best first. */
export function createApprovedMatches(listings: Pick<ListingStore, 'find'>, service: MatchService) {
  return async (reference: string) => {
    const listing = await listings.find(reference);
    if (listing === null) return [];
    const matches = await service.publicOfListing(listing, SHOWN);
    return matches.map(({ _id, supply, demand, score }) => ({
      match: _id,
      counterpart: supply === reference ? demand : supply,
      score,
    }));
  };
}
