import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Models } from '../models/createModels.ts';
import type { SearchIndex } from '../search/searchIndex.ts';
import { createAccountServices } from './accounts/accountServices.ts';
import { createBrowseServices } from './browse/browseServices.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createDealServices } from './deals/dealServices.ts';
import { createDealSubject } from './deals/dealSubject.ts';
import type { FileStore } from './files/fileStore.ts';
import { createListingImporter } from './import/importListings.ts';
import { createImportRunService } from './import/importRunService.ts';
import { createImportRunStore } from './import/importRunStore.ts';
import { createImportService } from './import/importService.ts';
import { createHousekeepingJobs } from './jobs/housekeepingJobs.ts';
import { createJobRunner } from './jobs/jobRunner.ts';
import { createTimedMoves } from './jobs/timedMoves.ts';
import { createListingServices } from './listings/listingServices.ts';
import type { Log } from './log.ts';
import { createMatchingServices } from './matching/matchingServices.ts';
import { createMatchSubject } from './matching/matchSubject.ts';
import { createApprovedMatches } from './matching/pages/approvedMatches.ts';
import { createNoticeServices } from './notices/noticeServices.ts';
import { createBackground } from './relay/background.ts';
import { createChangeRecorder } from './relay/change.ts';
import type { Consumer } from './relay/consumer.ts';
import { createConsumerRunner } from './relay/consumerRunner.ts';
import { createOccurrenceStore } from './relay/occurrenceStore.ts';
import { createRelay, type StepObserver } from './relay/relay.ts';
import { createReconciler } from './search/reconcile.ts';
import { createIndexer, createSearchConsumer } from './search/searchConsumer.ts';
import { createFunnelConsumer } from './statistics/funnelConsumer.ts';
import { createFunnelStore } from './statistics/funnelStore.ts';
import { createStatisticsService } from './statistics/statisticsService.ts';
import { createPendingStores, createStores, type Stores } from './stores.ts';

export interface ServiceParts {
  models: Models;
  search: SearchIndex;
  files: FileStore;
  config: Config;
  clock: Clock;
  log: Log;
  /** Names this process among those that share the store. */
  holder: string;
  /** Called between any two steps of relay and consumers. */
  onStep?: StepObserver;
}

/** The composition root: stores, then services, then what runs in the background. */
export async function createServices(parts: ServiceParts) {
  const { models, search, files, clock, config, log, holder } = parts;
  const stores = createStores(models, clock, holder);
  const auditKey = await stores.settings.findOrKeep('auditKey', randomBytes(32).toString('hex'));
  const recorder = createChangeRecorder({ clock, auditKey });
  const occurrences = createOccurrenceStore(models, recorder);
  const linkKey = config.sessionSecret ?? auditKey;
  const accounts = createAccountServices({ models, stores, recorder, occurrences, files, clock, linkKey });
  const hasOperator = accounts.hasOperator;
  const shared = { stores, recorder, clock, levels: config.reviewLevels, hasOperator };
  const listings = createListingServices({ ...shared, search });
  const deals = createDealServices({ ...shared, claims: listings.claims });
  const { index } = createIndexer({ search, listings: stores.listings, organisations: stores.organisations });
  const matching = createMatchingServices({
    models,
    stores,
    search,
    recorder,
    clock,
    dataDirectory: config.dataDirectory,
    index,
  });
  const importer = createListingImporter({
    store: stores.listings,
    references: stores.references,
    recorder,
    clock,
  });
  const imports = createImportService({
    ...shared,
    importer,
    moves: listings.moves,
    patents: listings.patents,
  });
  const importRuns = createImportRunService({
    store: createImportRunStore(models),
    imports,
    files,
    findActor: accounts.accounts.findActor,
    getOwner: stores.organisations.get,
    clock,
    temporaryDirectory: join(config.dataDirectory, 'temporary'),
  });
  const notices = createNoticeServices({
    stores,
    accounts: accounts.accounts,
    config,
    clock,
    subjects: {
      match: createMatchSubject(matching.store),
      deal: createDealSubject(stores.deals, stores.listings),
    },
    onMailFailure: (error) => parts.log.warn({ error }, 'a letter was not sent and will be tried again'),
  });
  const jobs = createJobRunner({
    jobs: [
      ...createHousekeepingJobs({ models, stores, clock }),
      ...createTimedMoves(listings.jobs, deals.jobs),
      importRuns.job,
      notices.sendMail,
      ...matching.jobs,
    ],
    leases: stores.leases,
    clock,
    onFailure: (job, error) => parts.log.error({ job, error }, 'a job failed'),
  });
  const funnel = createFunnelStore(models);
  const statistics = createStatisticsService({ stores, funnel, clock });
  const browsing = createBrowseServices({
    models,
    stores,
    search,
    files,
    occurrences,
    clock,
    noteViewed: (listing, day) => funnel.reach(listing, 'viewed', day),
    approvedMatches: createApprovedMatches(stores.listings, matching.service),
  });
  const services = {
    browsing,
    statistics,
    funnel,
    config,
    clock,
    log,
    stores,
    recorder,
    occurrences,
    files,
    search,
    ...accounts,
    ...notices,
    jobs,
    listings,
    deals,
    imports,
    importRuns,
    matching,
  };
  const consumers = [
    accounts.founderConsumer,
    notices.noticeConsumer,
    createFunnelConsumer(funnel, stores.listings),
    matching.consumer,
  ];
  return { ...services, ...createBackgroundParts(parts, { stores, search, consumers }) };
}

interface Followers {
  stores: Stores;
  search: SearchIndex;
  /** Consumers beside the one that keeps the indexes. */
  consumers: Consumer[];
}

/** What follows the changes: the relay, the consumers of the log, the loop that drives them. */
function createBackgroundParts(
  { models, clock, log, onStep }: ServiceParts,
  { stores, search, consumers }: Followers,
) {
  const { listings, organisations, eventLog, cursors, leases } = stores;
  const steps = onStep ? { onStep } : {};
  const indexer = createIndexer({ search, listings, organisations });
  const runner = createConsumerRunner({
    consumers: [createSearchConsumer(indexer, listings), ...consumers],
    eventLog,
    cursors,
    clock,
    onFailure: (consumer, error) => log.warn({ consumer, error }, 'a consumer failed and will try again'),
    ...steps,
  });
  const background = createBackground({
    relay: createRelay({ sources: createPendingStores(models), eventLog, ...steps }),
    runner,
    leases,
    onFailure: (error) => log.error({ error }, 'the background loop failed'),
  });
  return {
    indexer,
    reconciler: createReconciler({ search, listings, organisations, indexer }),
    runner,
    background,
  };
}

export type Services = Awaited<ReturnType<typeof createServices>>;
