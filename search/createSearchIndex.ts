import { createEmbeddedIndex } from './embedded/createEmbeddedIndex.ts';
import { createMeilisearchIndex } from './meilisearch/createMeilisearchIndex.ts';
import type { MeiliSettings } from './meilisearch/meiliConnection.ts';
import type { SearchIndex } from './searchIndex.ts';

export interface SearchSettings {
  /** Where the embedded index keeps its file. */
  dataDirectory: string;
  /** Given when Meilisearch is to be used. */
  meilisearch?: MeiliSettings;
}

/** The index the settings ask for. Nothing is opened before the first use, so that a server starts without its engine. */
export async function createSearchIndex({
  dataDirectory,
  meilisearch,
}: SearchSettings): Promise<SearchIndex> {
  return meilisearch ? createMeilisearchIndex(meilisearch) : createEmbeddedIndex({ dataDirectory });
}
