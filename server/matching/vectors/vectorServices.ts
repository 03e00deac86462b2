import type { Models } from '../../../models/createModels.ts';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { Log } from '../../log.ts';
import type { Stores } from '../../stores.ts';
import { createPacer } from '../weighing/pacer.ts';
import { createEmbeddingClient } from './embeddingClient.ts';
import { createEmbeddingWalk } from './embeddingWalk.ts';
import { createListingVectorStore } from './listingVectorStore.ts';
import { createOptionalVectors } from './optionalVectors.ts';
import { createVectorMemory } from './vectorMemory.ts';

interface Parts {
  /** Undefined where no service is named. */
  embedding: Config['embedding'];
  models: Pick<Models, 'listingVectors'>;
  stores: Pick<Stores, 'leases' | 'listings' | 'settings'>;
  match: (reference: string) => Promise<void>;
  clock: Clock;
  log?: Pick<Log, 'warn' | 'info'> | undefined;
}

/** What brings candidates by meaning; null unless the operator named an embedding service. */
export function createVectorServices({ embedding, models, stores, match, clock, log }: Parts) {
  if (embedding === undefined) return null;
  const { model, isPrivateAllowed } = embedding;
  const store = createListingVectorStore(models);
  const memory = createVectorMemory(store, { model });
  const { nearest } = createOptionalVectors({ source: memory, log });
  const walk = createEmbeddingWalk({
    client: createEmbeddingClient(embedding),
    model,
    isPrivateAllowed,
    store,
    memory,
    settings: stores.settings,
    leases: stores.leases,
    listingsAfter: stores.listings.after,
    match,
    pace: createPacer(),
    clock,
    log,
  });
  return { nearest, walk };
}

export type VectorServices = ReturnType<typeof createVectorServices>;
