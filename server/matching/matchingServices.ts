import { join } from 'node:path';
import type { Models } from '../../models/createModels.ts';
import type { ListingRecord } from '../../models/records.ts';
import type { SearchIndex } from '../../search/searchIndex.ts';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { Stores } from '../stores.ts';
import { createBreather } from './breather.ts';
import { createEvidence } from './evidence/createEvidence.ts';
import { createMatchFinder } from './finding/matchFinder.ts';
import { loadGlossary } from './glossary/glossary.ts';
import { createLiveGlossary } from './glossary/liveGlossary.ts';
import { createMatchingConsumer } from './matchingConsumer.ts';
import { matchingText } from './matchingText.ts';
import { createMatchMoves } from './matchMoves.ts';
import { createMatchRuns } from './matchRuns.ts';
import { createMatchService } from './matchService.ts';
import { createMatchStore } from './matchStore.ts';
import { createStatisticsFiles } from './statistics/statisticsFiles.ts';
import { createWordStatistics } from './statistics/wordStatistics.ts';
import { createSuggestionChoice } from './suggestionChoice.ts';
import { createVectorServices } from './vectors/vectorServices.ts';
import { createLiveWeights } from './weighing/liveWeights.ts';
import { createWeighingServices } from './weighing/weighingServices.ts';
import { createWeightsStore } from './weighing/weightsStore.ts';

interface MatchingParts {
  models: Pick<Models, 'listingVectors' | 'matches' | 'matchingWeights'>;
  stores: Pick<Stores, 'leases' | 'listings' | 'organisations' | 'patents' | 'references' | 'settings'>;
  search: SearchIndex;
  recorder: ChangeRecorder;
  clock: Clock;
  dataDirectory: string;
  /** Brings the indexes up to these listings. */
  index: (references: string[]) => Promise<void>;
  config?: Pick<Config, 'embedding'>;
  log?: Pick<Log, 'error' | 'warn' | 'info'> | undefined;
}

const PAGE = 200;

/** Everything around matching: finding, evidence, decisions, the consumer that keeps suggestions up to date. */
export function createMatchingServices({
  models,
  stores,
  search,
  recorder,
  clock,
  dataDirectory,
  index,
  config,
  log,
}: MatchingParts) {
  const glossary = createLiveGlossary(loadGlossary());
  const countPublished = async () => {
    const counts = await Promise.all(LISTING_KINDS.map((kind) => stores.listings.countPublished(kind)));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  const statistics = createWordStatistics({
    files: createStatisticsFiles(join(dataDirectory, 'statistics')),
    glossary,
    publishedTexts: () => publishedTexts(stores.listings),
    countPublished,
  });
  const weightsStore = createWeightsStore(models);
  const liveWeights = createLiveWeights(weightsStore);
  const findListings = (references: string[]) => stores.listings.findMany(references);
  const vectors = createVectorServices({
    embedding: config?.embedding,
    models,
    stores,
    match: (reference) => runs.run(reference),
    clock,
    log,
  });
  const finder = createMatchFinder({
    ...(vectors ? { vectors } : {}),
    search,
    glossary,
    statistics: statistics.current,
    weights: liveWeights.current,
    loadTexts: async (references) => (await findListings(references)).flatMap((listing) => liveText(listing)),
  });
  const store = createMatchStore(models);
  const choices = createSuggestionChoice(stores.organisations.decliningSuggestions);
  const moves = createMatchMoves({ store, recorder, choices });
  const evidenceOf = createEvidence({
    findPatents: stores.patents.findMany,
    glossary,
    statisticsVersion: () => statistics.current().version,
  });
  const runs = createMatchRuns({
    store,
    moves,
    finder,
    evidenceOf,
    choices,
    findListing: stores.listings.find,
    findListings,
    nextReference: async (year) => String((await stores.references.next('M', year))[0]),
    recorder,
    clock,
  });
  const weighing = createWeighingServices({
    store: weightsStore,
    live: liveWeights,
    matches: store,
    match: runs.run,
    countPublished,
    stores,
    search,
    recorder,
    clock,
    log,
  });
  return {
    store,
    weighing,
    finder,
    evidenceOf,
    glossary,
    statistics,
    runs,
    vectors,
    choices,
    service: createMatchService({ store, moves, choices }),
    consumer: createMatchingConsumer({
      runs,
      index,
      reload: async () => void (await Promise.all([statistics.reload(), liveWeights.refresh()])),
      publishedOf: (organisationId) => publishedOf(stores.listings, organisationId),
    }),
    jobs: [statistics.job, weighing.job, ...(vectors ? [vectors.walk.job] : [])],
  };
}

export type MatchingServices = ReturnType<typeof createMatchingServices>;

function liveText(listing: ListingRecord) {
  const text = listing.publication === 'published' ? matchingText(listing) : null;
  return text === null ? [] : [text];
}

async function publishedOf(listings: Stores['listings'], organisationId: string): Promise<string[]> {
  const references: string[] = [];
  for (let skip = 0; ; skip += PAGE) {
    const page = await listings.publishedOf(organisationId, { skip, limit: PAGE });
    references.push(...page.map(({ _id }) => _id));
    if (page.length < PAGE) return references;
  }
}

async function* publishedTexts(listings: Stores['listings']) {
  const breathe = createBreather();
  for (let last = ''; ; ) {
    const page = await listings.after(last, PAGE);
    for (const listing of page) {
      yield* liveText(listing);
      await breathe();
    }
    if (page.length < PAGE) return;
    last = page.at(-1)?._id ?? last;
  }
}
