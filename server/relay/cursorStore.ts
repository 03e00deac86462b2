import type { Models } from '../../models/createModels.ts';

export interface Cursor {
  sequence: number;
  attempts: number;
  retryAt: Date | null;
  lastError: string | null;
  movedAt: Date | null;
}

export interface DeadLetter {
  consumer: string;
  sequence: number;
  error: string;
  at: Date;
}

const NEW_CURSOR: Cursor = { sequence: 0, attempts: 0, retryAt: null, lastError: null, movedAt: null };

/** How far each consumer has read, and the events it could not take. */
export function createCursorStore({
  consumerCursors,
  deadLetters,
}: Pick<Models, 'consumerCursors' | 'deadLetters'>) {
  return {
    get: async (name: string): Promise<Cursor> =>
      (await consumerCursors.findOne({ _id: name }).lean<Cursor>()) ?? NEW_CURSOR,
    set: async (name: string, cursor: Cursor) => {
      await consumerCursors.updateOne({ _id: name }, { $set: cursor }, { upsert: true });
    },
    /** Keeps an event that was given up; keeping it twice does nothing. */
    bury: async (eventId: string, letter: DeadLetter) => {
      await deadLetters.updateOne(
        { _id: `${letter.consumer}:${eventId}` },
        { $set: letter },
        { upsert: true },
      );
    },
    buried: async (limit: number): Promise<(DeadLetter & { _id: string })[]> =>
      deadLetters
        .find({}, null, { sort: { consumer: 1, sequence: 1 }, limit })
        .lean<(DeadLetter & { _id: string })[]>(),
    countBuried: async () => deadLetters.countDocuments({}),
    unbury: async (id: string) => {
      await deadLetters.deleteOne({ _id: id });
    },
  };
}

export type CursorStore = ReturnType<typeof createCursorStore>;
