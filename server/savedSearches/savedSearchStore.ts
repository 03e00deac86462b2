import type { Models } from '../../models/createModels.ts';
import type { Scope } from '../browse/browseAddress.ts';
import type { BrowseQuery } from '../browse/browseQuery.ts';
import type { Rhythm } from './rhythms.ts';

export interface SavedSearchRecord {
  _id: string;
  accountId: string;
  name: string;
  scope: Scope;
  text: string;
  facets: BrowseQuery['facets'];
  /** Absent in searches that were kept before there were ranges. */
  ranges?: BrowseQuery['ranges'];
  rhythm: Rhythm;
  createdAt: Date;
  /** When the job last looked for what is new. */
  lookedAt: Date;
}

/** The searches people keep. Nobody but their person reads them, besides the job that looks. */
export function createSavedSearchStore({ savedSearches }: Pick<Models, 'savedSearches'>) {
  return {
    /** Keeps a search unless it is kept already. */
    async add({ _id, ...search }: SavedSearchRecord): Promise<void> {
      await savedSearches.updateOne({ _id }, { $setOnInsert: search }, { upsert: true });
    },
    find: async (accountId: string, id: string): Promise<SavedSearchRecord | null> =>
      savedSearches.findOne({ _id: id, accountId }).lean<SavedSearchRecord>(),
    findMany: async (ids: string[]): Promise<SavedSearchRecord[]> =>
      savedSearches.find({ _id: { $in: ids } }).lean<SavedSearchRecord[]>(),
    ofAccount: async (accountId: string, limit: number): Promise<SavedSearchRecord[]> =>
      savedSearches
        .find({ accountId }, null, { sort: { createdAt: -1, _id: 1 }, limit })
        .lean<SavedSearchRecord[]>(),
    count: async (accountId: string): Promise<number> => savedSearches.countDocuments({ accountId }),
    async change(
      accountId: string,
      id: string,
      change: Pick<SavedSearchRecord, 'name' | 'rhythm'>,
    ): Promise<void> {
      await savedSearches.updateOne({ _id: id, accountId }, { $set: change });
    },
    async remove(accountId: string, id: string): Promise<void> {
      await savedSearches.deleteOne({ _id: id, accountId });
    },
    async removeOf(accountId: string): Promise<void> {
      await savedSearches.deleteMany({ accountId });
    },
    /** Searches of these rhythms that were last looked at before an instant, the longest ago first. */
    lookedBefore: async (chosen: Rhythm[], before: Date, limit: number): Promise<SavedSearchRecord[]> =>
      savedSearches
        .find({ rhythm: { $in: chosen }, lookedAt: { $lt: before } }, null, {
          sort: { lookedAt: 1, _id: 1 },
          limit,
        })
        .lean<SavedSearchRecord[]>(),
    async noteLook(id: string, at: Date): Promise<void> {
      await savedSearches.updateOne({ _id: id }, { $set: { lookedAt: at } });
    },
  };
}

export type SavedSearchStore = ReturnType<typeof createSavedSearchStore>;
