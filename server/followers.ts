import { createDealSubject } from './deals/dealSubject.ts';
import { createHousekeepingJobs } from './jobs/housekeepingJobs.ts';
import { createJobRunner } from './jobs/jobRunner.ts';
import { createTimedMoves } from './jobs/timedMoves.ts';
import { createMatchSubject } from './matching/matchSubject.ts';
import { createNoticeServices } from './notices/noticeServices.ts';
import { createClaimConsumer } from './patents/claimConsumer.ts';
import { createBackground } from './relay/background.ts';
import type { Consumer } from './relay/consumer.ts';
import { createConsumerRunner } from './relay/consumerRunner.ts';
import { createRelay } from './relay/relay.ts';
import { createIndexUpkeep } from './search/indexUpkeep.ts';
import { createSearchConsumer } from './search/searchConsumer.ts';
import type { Areas, Core } from './services.ts';
import { createFunnelConsumer } from './statistics/funnelConsumer.ts';
import { createPendingStores } from './stores.ts';

/** What follows the changes and the clock: notices, the consumers of the log, the jobs, the loop that drives them. */
export function createFollowers(core: Core, areas: Areas) {
  const { stores, log, config, clock } = core;
  const notices = createNoticeServices({
    stores,
    accounts: areas.accounts,
    config,
    clock,
    subjects: {
      match: createMatchSubject(areas.matching.store),
      deal: createDealSubject(stores.deals, stores.listings),
    },
    onMailFailure: (error) => log.warn({ error }, 'a letter was not sent and will be tried again'),
  });
  const consumers = [
    createSearchConsumer(core.indexer, stores.listings),
    areas.founderConsumer,
    notices.noticeConsumer,
    createFunnelConsumer(areas.funnel, stores.listings),
    areas.matching.consumer,
    createClaimConsumer({
      claims: areas.listings.claims,
      findDeal: stores.deals.find,
      findListing: stores.listings.find,
    }),
  ];
  return { ...notices, ...createLoop(core, consumers), jobs: createJobs(core, areas, notices) };
}

function createJobs(core: Core, areas: Areas, { sendMail }: ReturnType<typeof createNoticeServices>) {
  const { stores, clock, log } = core;
  return createJobRunner({
    jobs: [
      ...createHousekeepingJobs(core),
      ...createTimedMoves(areas.listings.jobs, areas.deals.jobs),
      ...createIndexUpkeep(core),
      ...areas.matching.jobs,
      areas.importRuns.job,
      ...areas.savedSearches.jobs,
      sendMail,
    ],
    leases: stores.leases,
    clock,
    onFailure: (job, error) => log.error({ job, error }, 'a job failed'),
  });
}

function createLoop({ models, stores, clock, log, onStep }: Core, consumers: Consumer[]) {
  const { eventLog, cursors, leases } = stores;
  const steps = onStep ? { onStep } : {};
  const runner = createConsumerRunner({
    consumers,
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
  return { runner, background };
}
