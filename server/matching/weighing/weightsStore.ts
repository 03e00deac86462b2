import type { UpdateQuery } from 'mongoose';
import type { Models } from '../../../models/createModels.ts';
import type { Changing } from '../../../models/records.ts';
import { isDuplicateKey } from '../../isDuplicateKey.ts';
import type { PartWeights } from '../weights.ts';

/** One set of weights the office made, numbered from 1; 0 are those bundled with the program. */
export interface WeightsVersion {
  number: number;
  parts: PartWeights;
}

/** When which version was put live, by whom and why. */
export interface WeightsTurn {
  number: number;
  at: Date;
  by: string;
  text: string;
}

export interface WeightsRecord extends Changing {
  live: number;
  versions: WeightsVersion[];
  turns: WeightsTurn[];
}

export const WEIGHTS_ID = 'matching';

/** The weights put live, and the ones before. A change is one guarded write. */
export function createWeightsStore({ matchingWeights }: Pick<Models, 'matchingWeights'>) {
  return {
    /** Null while nothing but the bundled weights was ever live. */
    find: async (): Promise<WeightsRecord | null> =>
      matchingWeights.findOne({ _id: WEIGHTS_ID }).lean<WeightsRecord>(),
    /** @returns whether this was the first; false when somebody else was before. */
    async add(record: WeightsRecord): Promise<boolean> {
      try {
        await matchingWeights.insertMany([record]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    update: async (revision: number, update: UpdateQuery<WeightsRecord>): Promise<WeightsRecord | null> =>
      matchingWeights
        .findOneAndUpdate({ _id: WEIGHTS_ID, revision }, update, { returnDocument: 'after' })
        .lean<WeightsRecord>(),
  };
}

export type WeightsStore = ReturnType<typeof createWeightsStore>;
