import { Meilisearch } from 'meilisearch';
import type { MeiliSettings } from '../../../search/meilisearch/meiliConnection.ts';

/** Removes all our indexes from an engine that is there for tests only. */
export async function clearMeilisearch({ host, writeKey }: MeiliSettings): Promise<void> {
  const client = new Meilisearch({ host, ...(writeKey !== undefined && { apiKey: writeKey }) });
  const { results } = await client.getRawIndexes({ limit: 100 });
  for (const { uid } of results) {
    if (uid.startsWith('dual-helix-')) await client.deleteIndex(uid).waitTask({ timeout: 60_000 });
  }
}
