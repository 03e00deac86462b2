import type { Models } from '../../models/createModels.ts';
import { formatReference } from './reference.ts';

/** Hands out references. A number that was handed out is never used again, also when nothing came of it. */
export function createReferenceStore({ counters }: Pick<Models, 'counters'>) {
  return {
    /** The next references of a kind, in order. */
    async next(letter: string, year: number, count = 1): Promise<string[]> {
      const counter = await counters
        .findOneAndUpdate(
          { _id: `${letter}-${year}` },
          { $inc: { value: count } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean<{ value: number }>();
      const last = counter?.value ?? count;
      return Array.from({ length: count }, (_, index) =>
        formatReference(letter, year, last - count + 1 + index),
      );
    },
  };
}

export type ReferenceStore = ReturnType<typeof createReferenceStore>;
