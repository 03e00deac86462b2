import type { SearchIndex } from '../../search/searchIndex.ts';
import type { Clock } from '../clock.ts';
import type { ReviewLevel } from '../config.ts';
import { createOfferService } from '../openLicences/offerService.ts';
import { createPatentClaims } from '../patents/patentClaims.ts';
import { createPatentService } from '../patents/patentService.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import { createReviewService } from '../review/reviewService.ts';
import { createReviewWarnings } from '../review/reviewWarnings.ts';
import type { Stores } from '../stores.ts';
import { createListingDrafts } from './listingDrafts.ts';
import { createListingJobs } from './listingJobs.ts';
import { createListingMoves } from './listingMoves.ts';
import type { HasOperator } from './listingPlace.ts';

interface ListingParts {
  stores: Stores;
  search: SearchIndex;
  recorder: ChangeRecorder;
  clock: Clock;
  levels: readonly ReviewLevel[];
  hasOperator: HasOperator;
}

/** Everything around listings: drafts, moves, patents, offers, review. */
export function createListingServices({
  stores,
  search,
  recorder,
  clock,
  levels,
  hasOperator,
}: ListingParts) {
  const getOwner = stores.organisations.get;
  const { listings: store, patents } = stores;
  const moves = createListingMoves({ store, patents, getOwner, hasOperator, recorder, clock, levels });
  const claims = createPatentClaims({ store: patents, recorder });
  return {
    moves,
    claims,
    drafts: createListingDrafts({ store, moves, references: stores.references, getOwner, recorder, clock }),
    patents: createPatentService({ store: patents, recorder, clock }),
    offers: createOfferService({ store, patents, claims, getOwner, recorder, clock }),
    review: createReviewService({
      store,
      moves,
      patents,
      organisations: stores.organisations,
      warnings: createReviewWarnings({ store, search }),
    }),
    jobs: createListingJobs({ store, moves, clock }),
  };
}

export type ListingServices = ReturnType<typeof createListingServices>;
