import type { UpdateQuery } from 'mongoose';
import type { Models } from '../../models/createModels.ts';
import type { PatentRecord } from '../../models/records.ts';
import { notFound } from '../errors.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';

/** Patents as plain objects, by their id `jurisdiction-number`. */
export function createPatentStore({ patents }: Pick<Models, 'patents'>) {
  const find = async (id: string): Promise<PatentRecord | null> =>
    patents.findOne({ _id: id }).lean<PatentRecord>();
  return {
    find,
    get: async (id: string): Promise<PatentRecord> => {
      const patent = await find(id);
      if (patent === null) throw notFound();
      return patent;
    },
    findMany: async (ids: string[]): Promise<PatentRecord[]> =>
      ids.length === 0 ? [] : patents.find({ _id: { $in: ids } }, { pending: 0 }).lean<PatentRecord[]>(),
    /** Adds a patent unless it is there. @returns whether it was added. */
    add: async (patent: PatentRecord): Promise<boolean> => {
      try {
        await patents.insertMany([patent]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    /** Applies one update if the revision is still the one that was read. */
    update: async (
      id: string,
      revision: number,
      update: UpdateQuery<PatentRecord>,
    ): Promise<PatentRecord | null> =>
      patents
        .findOneAndUpdate({ _id: id, revision }, update, { returnDocument: 'after' })
        .lean<PatentRecord>(),
  };
}

export type PatentStore = ReturnType<typeof createPatentStore>;
