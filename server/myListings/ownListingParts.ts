import type { Services } from '../services.ts';
import type { Web } from '../web/web.ts';
import { createOwnListingService } from './ownListingService.ts';

/** What the pages of own listings need. */
export type OwnListingNeeds = Pick<Services, 'listings' | 'stores' | 'files' | 'clock' | 'browsing'>;

export function createOwnListingParts(
  { listings, stores, files, clock, browsing }: OwnListingNeeds,
  { upload, limits }: Pick<Web, 'upload' | 'limits'>,
) {
  const own = createOwnListingService({
    store: stores.listings,
    drafts: listings.drafts,
    moves: listings.moves,
    patents: listings.patents,
    getOwner: stores.organisations.get,
  });
  return { own, stores, files, clock, upload, limits, viewCounts: browsing.viewCounts };
}

export type OwnListingParts = ReturnType<typeof createOwnListingParts>;
