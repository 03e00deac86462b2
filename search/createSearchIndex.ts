import { createEmbeddedIndex } from './embedded/createEmbeddedIndex.ts';
import type { SearchIndex } from './searchIndex.ts';

export interface SearchSettings {
  dataDirectory: string;
}

/** The index the settings ask for. */
export async function createSearchIndex({ dataDirectory }: SearchSettings): Promise<SearchIndex> {
  return createEmbeddedIndex({ dataDirectory });
}
