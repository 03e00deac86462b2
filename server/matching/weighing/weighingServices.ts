import type { SearchIndex } from '../../../search/searchIndex.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { ChangeRecorder } from '../../relay/change.ts';
import type { Stores } from '../../stores.ts';
import type { MatchStore } from '../matchStore.ts';
import type { LiveWeights } from './liveWeights.ts';
import { createPacer } from './pacer.ts';
import { createRematching } from './rematching.ts';
import { createWeightsService } from './weightsService.ts';
import type { WeightsStore } from './weightsStore.ts';

interface Parts {
  store: WeightsStore;
  live: LiveWeights;
  matches: MatchStore;
  /** Brings the pairs of one listing to what they are now. */
  match: (reference: string) => Promise<void>;
  countPublished: () => Promise<number>;
  stores: Pick<Stores, 'leases' | 'listings' | 'settings'>;
  search: Pick<SearchIndex, 'state'>;
  recorder: ChangeRecorder;
  clock: Clock;
  log: Pick<Log, 'error'> | undefined;
}

/** The weights that are live, how they become others, and matching everything anew afterwards. */
export function createWeighingServices({
  store,
  live,
  matches,
  recorder,
  search,
  stores,
  log,
  ...rest
}: Parts) {
  const rematching = createRematching({
    ...rest,
    live,
    settings: stores.settings,
    leases: stores.leases,
    listingsAfter: stores.listings.after,
    isIndexHealthy: async () => (await search.state().catch(() => null))?.isHealthy ?? false,
    pace: createPacer(),
  });
  return {
    live,
    rematching,
    service: createWeightsService({ store, matches, live, recorder }),
    job: rematching.job((error) => log?.error({ error }, 'matching everything anew stopped and will go on')),
  };
}
