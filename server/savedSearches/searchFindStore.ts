import type { Models } from '../../models/createModels.ts';

export interface SearchFindRecord {
  /** `searchId:reference`: a listing is told once for a search, whatever happens. */
  _id: string;
  searchId: string;
  accountId: string;
  reference: string;
  dueAt: Date;
  /** The notice that tells of it, from the moment it is being written. */
  noticeId: string | null;
  toldAt: Date | null;
}

/** What saved searches found since they were saved. */
export function createSearchFindStore({ searchFinds }: Pick<Models, 'searchFinds'>) {
  return {
    /** Adds those that are not there. */
    async add(finds: SearchFindRecord[]): Promise<void> {
      if (finds.length === 0) return;
      await searchFinds.bulkWrite(
        finds.map(({ _id, ...find }) => ({
          updateOne: { filter: { _id }, update: { $setOnInsert: find }, upsert: true },
        })),
      );
    },
    /** What is to be told by now, the longest due first. */
    due: async (now: Date, limit: number): Promise<SearchFindRecord[]> =>
      searchFinds
        .find({ toldAt: null, dueAt: { $lte: now } }, null, { sort: { dueAt: 1, _id: 1 }, limit })
        .lean<SearchFindRecord[]>(),
    /** Puts finds on a notice; those that are on one already stay there. */
    async claim(ids: string[], noticeId: string): Promise<void> {
      await searchFinds.updateMany({ _id: { $in: ids }, noticeId: null }, { $set: { noticeId } });
    },
    async markTold(ids: string[], at: Date): Promise<void> {
      await searchFinds.updateMany({ _id: { $in: ids } }, { $set: { toldAt: at } });
    },
    /** Another rhythm moves what is not told yet. */
    async moveDue(searchId: string, dueAt: Date): Promise<void> {
      await searchFinds.updateMany({ searchId, toldAt: null, noticeId: null }, { $set: { dueAt } });
    },
    async dropWaiting(searchId: string): Promise<void> {
      await searchFinds.deleteMany({ searchId, toldAt: null });
    },
    async removeOf(accountId: string): Promise<void> {
      await searchFinds.deleteMany({ accountId });
    },
  };
}

export type SearchFindStore = ReturnType<typeof createSearchFindStore>;
