import { Query } from 'mingo';
import type { AnyObject } from 'mingo/types';
import { update as applyUpdate } from 'mingo/updater';

type Row = Record<string, unknown> & { _id: string };
interface FindOptions {
  sort?: Record<string, 1 | -1>;
  skip?: number;
  limit?: number;
  upsert?: boolean;
}

/**
 * The few model functions the stores call, on an array: for tests of rules that would take too long on a disk.
 * Reads and writes give a turn to others first, as a real store does, and copy what goes in and out.
 */
export function createMemoryModel(uniqueFields: string[] = ['_id']) {
  const rows: Row[] = [];
  const matching = (filter: AnyObject) => {
    const query = new Query(filter);
    return rows.filter((row) => query.test(row));
  };
  const lean = <Value>(compute: () => Value) => ({
    async lean(): Promise<Value> {
      await null;
      return structuredClone(compute());
    },
  });

  return {
    rows,
    findOne: (filter: AnyObject) => lean(() => matching(filter)[0] ?? null),
    find: (filter: AnyObject, _fields?: AnyObject, { sort = {}, skip = 0, limit }: FindOptions = {}) =>
      lean(() =>
        matching(filter)
          .sort(inOrder(sort))
          .slice(skip, limit === undefined ? undefined : skip + limit),
      ),
    async countDocuments(filter: AnyObject): Promise<number> {
      return matching(filter).length;
    },
    async insertMany(added: Row[]): Promise<void> {
      await null;
      for (const row of added) {
        const isTaken = uniqueFields.some(
          (field) => row[field] !== undefined && rows.some((other) => other[field] === row[field]),
        );
        if (isTaken) throw Object.assign(new Error('duplicate key'), { code: 11000 });
        rows.push(structuredClone(row));
      }
    },
    findOneAndUpdate: (
      filter: AnyObject & { _id?: string },
      change: AnyObject,
      { upsert }: FindOptions = {},
    ) =>
      lean(() => {
        const found = matching(filter)[0];
        if (found === undefined && !upsert) return null;
        const row: Row = found ?? { _id: String(filter._id) };
        if (found === undefined) rows.push(row);
        applyUpdate(row as AnyObject, structuredClone(change), [], {}, { cloneMode: 'deep' } as never);
        return row;
      }),
  };
}

function inOrder(sort: Record<string, 1 | -1>) {
  return (one: Row, other: Row): number => {
    for (const [field, direction] of Object.entries(sort)) {
      const [left, right] = [one[field] as string, other[field] as string];
      if (left !== right) return left < right ? -direction : direction;
    }
    return 0;
  };
}
