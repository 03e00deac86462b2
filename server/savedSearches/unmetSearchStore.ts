import type { Models } from '../../models/createModels.ts';

export interface UnmetDay {
  text: string;
  day: string;
  count: number;
}

/** Searches that found nothing, as counts a day. Who searched is never kept. */
export function createUnmetSearchStore({ unmetSearches }: Pick<Models, 'unmetSearches'>) {
  return {
    async count(text: string, day: string): Promise<void> {
      await unmetSearches.updateOne(
        { _id: `${day}:${text}` },
        { $inc: { count: 1 }, $setOnInsert: { text, day } },
        { upsert: true },
      );
    },
    since: async (day: string, limit: number): Promise<UnmetDay[]> =>
      unmetSearches
        .find({ day: { $gte: day } }, null, { sort: { day: -1, _id: 1 }, limit })
        .lean<UnmetDay[]>(),
    async removeBefore(day: string): Promise<number> {
      return (await unmetSearches.deleteMany({ day: { $lt: day } })).deletedCount;
    },
  };
}

export type UnmetSearchStore = ReturnType<typeof createUnmetSearchStore>;
