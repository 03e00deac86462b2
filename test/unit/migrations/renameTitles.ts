import type { Connection } from 'mongoose';
import type { Migration } from '../../../server/migrations/migration.ts';

/** A document as it was, or as it becomes; `changes` counts how often it was touched. */
export interface Titled {
  _id: string;
  name?: string;
  title?: string;
  changes?: number;
}

export const titlesOf = (connection: Connection) => connection.collection<Titled>('titles');

/** A step as a product has them: one field gets another name, document by document. */
export function renameTitles(onChange: (changed: number) => void = () => {}): Migration {
  return {
    number: 1,
    name: 'renameTitles',
    purpose: 'Calls names titles.',
    count: (connection) => titlesOf(connection).countDocuments({ name: { $exists: true } }),
    async run(connection) {
      const old = await titlesOf(connection)
        .find({ name: { $exists: true } })
        .toArray();
      for (const [index, { _id, name = '' }] of old.entries()) {
        await titlesOf(connection).updateOne(
          { _id, name: { $exists: true } },
          { $set: { title: name }, $unset: { name: '' }, $inc: { changes: 1 } },
        );
        onChange(index + 1);
      }
    },
  };
}
