import type { UpdateQuery } from 'mongoose';
import type { Models } from '../../models/createModels.ts';
import type { Changing } from '../../models/records.ts';
import { notFound } from '../errors.ts';

export interface GlossaryNames {
  zh: string[];
  en: string[];
}

/** How an entry stood from an instant on. */
export interface GlossaryVersion extends GlossaryNames {
  number: number;
  at: Date;
  by: string;
}

export interface GlossaryEntryRecord extends Changing, GlossaryNames {
  state: 'active' | 'retired';
  versions: GlossaryVersion[];
  createdAt: Date;
  updatedAt: Date;
}

/** More entries of one office are not read. */
const MOST_ENTRIES = 5_000;

/** The office's own entries. A change is one guarded update. */
export function createGlossaryStore({ glossaryEntries }: Pick<Models, 'glossaryEntries'>) {
  return {
    get: async (id: string): Promise<GlossaryEntryRecord> => {
      const entry = await glossaryEntries.findOne({ _id: id }).lean<GlossaryEntryRecord>();
      if (entry === null) throw notFound();
      return entry;
    },
    insert: async (entry: GlossaryEntryRecord): Promise<void> => {
      await glossaryEntries.insertMany([entry]);
    },
    update: async (
      id: string,
      revision: number,
      update: UpdateQuery<GlossaryEntryRecord>,
    ): Promise<GlossaryEntryRecord | null> =>
      glossaryEntries
        .findOneAndUpdate({ _id: id, revision }, update, { returnDocument: 'after' })
        .lean<GlossaryEntryRecord>(),
    all: async (state: 'active' | 'retired'): Promise<GlossaryEntryRecord[]> =>
      glossaryEntries
        .find({ state }, { pending: 0, history: 0 }, { sort: { updatedAt: -1, _id: 1 }, limit: MOST_ENTRIES })
        .lean<GlossaryEntryRecord[]>(),
    /** Changes whenever any entry does: the latest change and the entry it was made to. */
    async mark(): Promise<string> {
      const [latest] = await glossaryEntries
        .find({}, { updatedAt: 1, revision: 1 }, { sort: { updatedAt: -1, _id: 1 }, limit: 1 })
        .lean<GlossaryEntryRecord[]>();
      return latest === undefined ? '' : `${latest._id}@${latest.revision}@${latest.updatedAt.getTime()}`;
    },
  };
}

export type GlossaryStore = ReturnType<typeof createGlossaryStore>;
