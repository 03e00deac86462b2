import type { ChangingModel, Models } from '../models/createModels.ts';
import { createAccountStore } from './accounts/accountStore.ts';
import type { Clock } from './clock.ts';
import { createDealStore } from './deals/dealStore.ts';
import { createGlossaryStore } from './glossaryDesk/glossaryStore.ts';
import { createSettingStore } from './jobs/settingStore.ts';
import { createListingStore } from './listings/listingStore.ts';
import { createReferenceStore } from './listings/referenceStore.ts';
import { createNoticeStore } from './notices/noticeStore.ts';
import { createOrganisationStore } from './organisations/organisationStore.ts';
import { createPatentStore } from './patents/patentStore.ts';
import { createCursorStore } from './relay/cursorStore.ts';
import { createEventLogStore } from './relay/eventLogStore.ts';
import { createLeaseStore } from './relay/leaseStore.ts';
import { createPendingStore } from './relay/pendingStore.ts';
import { createSavedSearchStore } from './savedSearches/savedSearchStore.ts';
import { createSearchFindStore } from './savedSearches/searchFindStore.ts';
import { createUnmetSearchStore } from './savedSearches/unmetSearchStore.ts';
import { createLimitCountStore } from './web/limitCountStore.ts';
import { SessionStore } from './web/sessionStore.ts';

/** Every store of one connection. */
export function createStores(models: Models, clock: Clock, holder: string) {
  return {
    accounts: createAccountStore(models),
    organisations: createOrganisationStore(models),
    listings: createListingStore(models),
    references: createReferenceStore(models),
    patents: createPatentStore(models),
    deals: createDealStore(models),
    notices: createNoticeStore(models),
    savedSearches: createSavedSearchStore(models),
    unmetSearches: createUnmetSearchStore(models),
    searchFinds: createSearchFindStore(models),
    glossary: createGlossaryStore(models),
    settings: createSettingStore(models),
    sessions: new SessionStore(models, clock),
    limitCounts: createLimitCountStore(models, clock),
    eventLog: createEventLogStore(models),
    cursors: createCursorStore(models),
    leases: createLeaseStore({ leases: models.leases, clock, holder }),
  };
}

export type Stores = ReturnType<typeof createStores>;

/** The collections whose documents carry pending events, in the order the relay visits them. */
export function createPendingStores(models: Models) {
  const sources = {
    account: models.accounts,
    organisation: models.organisations,
    patent: models.patents,
    listing: models.listings,
    match: models.matches,
    deal: models.deals,
    glossary: models.glossaryEntries,
    weights: models.matchingWeights,
    import: models.importRuns,
    occurrence: models.occurrences,
  };
  return Object.entries(sources).map(([noun, model]) =>
    createPendingStore(noun, model as unknown as ChangingModel),
  );
}
