import type { SearchIndex } from '../../search/searchIndex.ts';
import type { PublicListings } from '../browse/publicListings.ts';
import type { Clock } from '../clock.ts';
import type { Job } from '../jobs/job.ts';
import type { Stores } from '../stores.ts';
import { createSavedSearchService } from './savedSearchService.ts';
import { createSearchAlerts } from './searchAlerts.ts';
import { createSearchLook } from './searchLook.ts';
import { createUnmetSearches } from './unmetSearches.ts';

interface Parts {
  stores: Pick<
    Stores,
    'savedSearches' | 'unmetSearches' | 'searchFinds' | 'listings' | 'organisations' | 'notices' | 'accounts'
  >;
  search: Pick<SearchIndex, 'find'>;
  publicListings: Pick<PublicListings, 'byIds'>;
  clock: Clock;
  synonymsFor: (text: string) => string[][];
}

/** Saved searches: keeping them, looking for what is new, telling of it. */
export function createSavedSearchServices({ stores, search, publicListings, clock, synonymsFor }: Parts) {
  const { savedSearches: store, searchFinds: finds, listings, organisations, notices, accounts } = stores;
  const look = createSearchLook({
    store,
    finds,
    search,
    listings,
    publicListings,
    organisations,
    clock,
    synonymsFor,
  });
  const alerts = createSearchAlerts({
    store,
    finds,
    notices,
    publicListings,
    findAccounts: accounts.findMany,
    clock,
  });
  const job: Job = {
    name: 'tellSavedSearches',
    // The letters go with the next run of `sendMail`, which comes as often.
    intervalMs: 60_000,
    async run() {
      await look.lookAtAll();
      return alerts.tellDue();
    },
  };
  const unmet = createUnmetSearches({ store: stores.unmetSearches, clock });
  return {
    unmet,
    jobs: [job, unmet.removeOld],
    service: createSavedSearchService({ store, finds, clock }),
    look,
    alerts,
  };
}

export type SavedSearchServices = ReturnType<typeof createSavedSearchServices>;
