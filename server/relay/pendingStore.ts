import type { ChangingModel } from '../../models/createModels.ts';
import type { PendingEvent } from '../../models/records.ts';

export interface PendingSubject {
  id: string;
  pending: PendingEvent[];
}

const BEGINNING = new Date(0);

/** The events that wait in the documents of one collection. */
export function createPendingStore(noun: string, model: ChangingModel) {
  return {
    noun,
    /**
     * Some documents with waiting events, about the longest waiting first. They are not sorted: the index on an
     * array gives no order to sort by, and a sort would read all that wait after a large import, for every batch.
     */
    oldest: async (limit: number): Promise<PendingSubject[]> => {
      const documents = await model
        .find({ 'pending.at': { $gt: BEGINNING } }, { pending: 1 }, { limit })
        .lean();
      return documents.map(({ _id, pending }) => ({ id: _id, pending }));
    },
    /** Takes logged events off their documents; taking one off twice does nothing. */
    remove: async (removals: { id: string; eventIds: string[] }[]) => {
      await model.bulkWrite(
        removals.map(({ id, eventIds }) => ({
          updateOne: { filter: { _id: id }, update: { $pull: { pending: { id: { $in: eventIds } } } } },
        })),
      );
    },
  };
}

export type PendingStore = ReturnType<typeof createPendingStore>;
