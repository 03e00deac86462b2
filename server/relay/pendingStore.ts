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
    /** Documents with waiting events, the longest waiting first. */
    oldest: async (limit: number): Promise<PendingSubject[]> => {
      const documents = await model
        .find({ 'pending.at': { $gt: BEGINNING } }, { pending: 1 }, { sort: { 'pending.at': 1 }, limit })
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
