import type { Models } from '../../models/createModels.ts';

/** Values of the installation itself, by name. */
export function createSettingStore({ settings }: Pick<Models, 'settings'>) {
  return {
    async find<Value>(name: string): Promise<Value | null> {
      const row = await settings.findOne({ _id: name }).lean<{ value: Value }>();
      return row?.value ?? null;
    },
    async set(name: string, value: unknown): Promise<void> {
      await settings.updateOne({ _id: name }, { $set: { value } }, { upsert: true });
    },
    /** The value under a name; the given one is kept when there is none yet, also when two ask at once. */
    async findOrKeep<Value>(name: string, value: Value): Promise<Value> {
      const row = await settings
        .findOneAndUpdate(
          { _id: name },
          { $setOnInsert: { value } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean<{ value: Value }>();
      return row?.value ?? value;
    },
  };
}

export type SettingStore = ReturnType<typeof createSettingStore>;
