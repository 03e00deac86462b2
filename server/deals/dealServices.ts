import type { Clock } from '../clock.ts';
import type { PatentClaims } from '../patents/patentClaims.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { Stores } from '../stores.ts';
import { createDealJobs } from './dealJobs.ts';
import { createDealMoves } from './dealMoves.ts';
import { createDealReading } from './dealReading.ts';
import { createDealRequests } from './dealRequests.ts';
import { createDealService } from './dealService.ts';

interface DealParts {
  stores: Stores;
  claims: PatentClaims;
  recorder: ChangeRecorder;
  clock: Clock;
}

/** Everything around deals: how they begin, what both sides do, what time does. */
export function createDealServices({ stores, claims, recorder, clock }: DealParts) {
  const { deals: store, listings, patents, references } = stores;
  const moves = createDealMoves({ store, listings, patents, recorder });
  return {
    store,
    reading: createDealReading({ store, listings, organisations: stores.organisations }),
    requests: createDealRequests({
      store,
      listings,
      references,
      getOrganisation: stores.organisations.get,
      recorder,
      clock,
    }),
    service: createDealService({ store, moves, claims }),
    jobs: createDealJobs({ store, moves, clock }),
  };
}

export type DealServices = ReturnType<typeof createDealServices>;
