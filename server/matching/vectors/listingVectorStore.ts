import type { Models } from '../../../models/createModels.ts';

/** A listing's vector as it is kept. Without a key nothing may be sent, and there is no vector. */
export interface ListingVector {
  _id: string;
  kind: string;
  model: string;
  key: string | null;
  vector: string | null;
  isMatched: boolean;
  madeAt: Date;
}

/** What the walk compares; the vectors themselves stay where they are. */
export type VectorMark = Pick<ListingVector, '_id' | 'key' | 'isMatched'>;

/** The vectors of listings. Each write says all of one listing, so that doing it twice does no harm. */
export function createListingVectorStore({ listingVectors }: Pick<Models, 'listingVectors'>) {
  return {
    marksOf: async (references: string[]): Promise<VectorMark[]> =>
      references.length === 0
        ? []
        : listingVectors.find({ _id: { $in: references } }, { key: 1, isMatched: 1 }).lean<VectorMark[]>(),
    async save({ _id, ...values }: ListingVector): Promise<void> {
      await listingVectors.updateOne({ _id }, { $set: values }, { upsert: true });
    },
    /** Only while it is still the vector that was matched with. */
    async noteMatched(_id: string, key: string): Promise<void> {
      await listingVectors.updateOne({ _id, key }, { $set: { isMatched: true } });
    },
    /** Those made from an instant on, the oldest first; null means all. */
    madeSince: async (from: Date | null, limit: number): Promise<ListingVector[]> =>
      listingVectors
        .find(from === null ? {} : { madeAt: { $gte: from } }, null, { sort: { madeAt: 1 }, limit })
        .lean<ListingVector[]>(),
  };
}

export type ListingVectorStore = ReturnType<typeof createListingVectorStore>;
