import { randomBytes } from 'node:crypto';
import type { Models } from '../models/createModels.ts';
import type { SearchIndex } from '../search/searchIndex.ts';
import { createAccountServices } from './accounts/accountServices.ts';
import { createBrowseServices } from './browse/browseServices.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createDealServices } from './deals/dealServices.ts';
import type { FileStore } from './files/fileStore.ts';
import { createFollowers } from './followers.ts';
import { createGlossaryServices } from './glossaryDesk/glossaryServices.ts';
import { createOfficeGlossary } from './glossaryDesk/officeGlossary.ts';
import { createImportServices } from './import/importServices.ts';
import { createListingServices } from './listings/listingServices.ts';
import type { Log } from './log.ts';
import { createMatchingServices } from './matching/matchingServices.ts';
import { createApprovedMatches } from './matching/pages/approvedMatches.ts';
import { createChangeRecorder } from './relay/change.ts';
import { createOccurrenceStore } from './relay/occurrenceStore.ts';
import type { StepObserver } from './relay/relay.ts';
import { createSavedSearchServices } from './savedSearches/savedSearchServices.ts';
import { createReconciler } from './search/reconcile.ts';
import { createIndexer } from './search/searchConsumer.ts';
import { createFunnelStore } from './statistics/funnelStore.ts';
import { createStatisticsService } from './statistics/statisticsService.ts';
import { createStores } from './stores.ts';

export interface ServiceParts {
  models: Models;
  search: SearchIndex;
  files: FileStore;
  config: Config;
  clock: Clock;
  log: Log;
  /** Names this process among those that share the store. */
  holder: string;
  /** Another text after every write to the store; null where it cannot tell. */
  changeMark: () => string | null;
  /** Called between any two steps of relay and consumers. */
  onStep?: StepObserver;
}

/** The composition root: the core, then the areas, then what follows their changes. */
export async function createServices(parts: ServiceParts) {
  const core = await createCore(parts);
  const areas = createAreas(core);
  await areas.glossaryDesk.office.refresh();
  await areas.matching.weighing.live.refresh();
  return { ...core, ...areas, ...createFollowers(core, areas) };
}

/** What every area builds on. */
async function createCore(parts: ServiceParts) {
  const { models, clock, holder, search } = parts;
  const stores = createStores(models, clock, holder);
  const auditKey = await stores.settings.findOrKeep('auditKey', randomBytes(32).toString('hex'));
  const recorder = createChangeRecorder({ clock, auditKey });
  const { listings, organisations } = stores;
  const indexer = createIndexer({ search, listings, organisations });
  return {
    ...parts,
    stores,
    recorder,
    occurrences: createOccurrenceStore(models, recorder),
    /** What the links of letters are derived from. */
    linkKey: parts.config.sessionSecret ?? auditKey,
    levels: parts.config.reviewLevels,
    dataDirectory: parts.config.dataDirectory,
    indexer,
    index: indexer.index,
    reconciler: createReconciler({ search, listings, organisations, indexer }),
  };
}

export type Core = Awaited<ReturnType<typeof createCore>>;

/** The features, in the order in which they need each other. */
function createAreas(core: Core) {
  const { models, stores, clock } = core;
  const people = createAccountServices(core);
  const { hasOperator } = people;
  const listings = createListingServices({ ...core, hasOperator });
  const deals = createDealServices({ ...core, claims: listings.claims });
  const matching = createMatchingServices(core);
  const importing = createImportServices({
    ...core,
    hasOperator,
    listings,
    findActor: people.accounts.findActor,
  });
  const funnel = createFunnelStore(models);
  const officeGlossary = createOfficeGlossary({ store: stores.glossary, live: matching.glossary });
  const browsing = createBrowseServices({
    ...core,
    search: officeGlossary.inSearch(core.search),
    glossary: matching.glossary,
    noteViewed: (listing, day) => funnel.reach(listing, 'viewed', day),
    approvedMatches: createApprovedMatches(stores.listings, matching.service),
  });
  const statistics = createStatisticsService({ stores, funnel, clock });
  const { publicListings } = browsing;
  const { synonymsFor } = officeGlossary;
  const found = { ...core, search: officeGlossary.inSearch(core.search), publicListings, synonymsFor };
  const savedSearches = createSavedSearchServices(found);
  const glossaryDesk = createGlossaryServices({ ...core, publicListings, officeGlossary });
  const rest = { funnel, browsing, statistics, savedSearches, glossaryDesk };
  return { ...people, listings, deals, matching, ...importing, ...rest };
}

export type Areas = ReturnType<typeof createAreas>;

export type Services = Awaited<ReturnType<typeof createServices>>;
