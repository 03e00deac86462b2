import type { FoundListing, SearchFilter } from '../../../search/searchIndex.ts';

/**
 * Somebody outside who knows which listings are near in meaning: an embedding service, the embedder of a search
 * engine. It brings candidates only; the scorer judges them like all others.
 */
export interface VectorSource {
  /** Named in the log. */
  name: string;
  /**
   * Listings near to one, nearest first; none for a reference it has no vector of, such as a row of a file.
   * @param reference of the listing; which of its texts may leave the house is for the source to keep to.
   */
  nearest(reference: string, wanted: SearchFilter, limit: number): Promise<FoundListing[]>;
}
