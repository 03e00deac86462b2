import type { Connection } from 'mongoose';

type Collection = ReturnType<Connection['collection']>;

interface Difference {
  /** What MongoDB does, and what some servers of its protocol do instead; the product needs neither. */
  text: string;
  /** Asks the connected server itself, in an empty collection. @returns whether it differs. */
  differs(things: Collection): Promise<boolean>;
}

const insert = (things: Collection, ...documents: object[]) => things.insertMany(documents as never[]);
const count = (things: Collection, filter: object) => things.countDocuments(filter as never);
const errorOf = (work: Promise<unknown>): Promise<Record<string, unknown> | null> =>
  work.then(
    () => null,
    (error) => error,
  );

/**
 * Where servers are known to differ from MongoDB in what the product does without. A test that needs one
 * of these is pending there, with the text in its title; the embedded store must have none of them. What
 * the product needs ($elemMatch, $slice, $pull by a condition, unique indexes, guarded updates …) is not
 * listed and fails.
 */
export const SERVER_DIFFERENCES = {
  duplicateKeyFields: {
    text: 'a refused duplicate does not name its fields and values (keyPattern, keyValue)',
    async differs(things) {
      await insert(things, { _id: 'x' });
      const error = await errorOf(things.insertOne({ _id: 'x' } as never));
      return error?.code === 11000 && error.keyPattern === undefined && error.keyValue === undefined;
    },
  },
  parallelArrays: {
    text: 'two arrays side by side are let into one index',
    async differs(things) {
      await things.createIndex({ a: 1, b: 1 });
      return (await errorOf(insert(things, { a: [1], b: [2] }))) === null;
    },
  },
  indexOptions: {
    text: 'an index is taken for the same though its options differ',
    async differs(things) {
      await things.createIndex({ a: 1, b: -1 }, { unique: true, sparse: true });
      return (await errorOf(things.createIndex({ a: 1, b: -1 }))) === null;
    },
  },
  missingCollection: {
    text: 'the indexes of a collection that is not there are an empty list, not an error',
    differs: async (things) => (await errorOf(things.listIndexes().toArray())) === null,
  },
  refusedInserts: {
    text: 'inserts that were refused are counted as inserted',
    async differs(things) {
      const error = await errorOf(insert(things, { _id: 'x' }, { _id: 'x' }));
      return error?.insertedCount !== 1;
    },
  },
  wholeArrays: {
    text: 'an array asked for is not found as an element of an array',
    async differs(things) {
      await insert(things, { a: [[5]] });
      return (await count(things, { a: [5] })) === 0;
    },
  },
  inWithinArrays: {
    text: '$in looks into arrays inside arrays',
    async differs(things) {
      await insert(things, { a: [[5]] });
      return (await count(things, { a: { $in: [5] } })) === 1;
    },
  },
  nullThroughValues: {
    text: 'null on a path is found in an array of values, as on MongoDB from 9.0',
    async differs(things) {
      await insert(things, { a: [5] });
      return (await count(things, { 'a.b': null })) === 1;
    },
  },
  boundsByElements: {
    text: 'two bounds have to be met by one and the same element',
    async differs(things) {
      await insert(things, { a: [1, 5] });
      return (await count(things, { a: { $gt: 4, $lt: 2 } })) === 0;
    },
  },
  boundsOfNull: {
    text: '$gte null does not find null',
    async differs(things) {
      await insert(things, { a: null });
      return (await count(things, { a: { $gte: null } })) === 0;
    },
  },
  orderOfBytes: {
    text: 'strings are in the order of their UTF-16 units, not of their bytes',
    async differs(things) {
      await insert(things, { _id: '\uffee' }, { _id: '\u{1f600}' });
      return (await things.findOne({}, { sort: { _id: 1 } }))?._id !== ('\uffee' as never);
    },
  },
  incrementOfNull: {
    text: '$inc takes null for 0',
    async differs(things) {
      await insert(things, { a: null });
      return (await errorOf(things.updateOne({}, { $inc: { a: 1 } }))) === null;
    },
  },
  setThroughNull: {
    text: '$set replaces a null on its way by an object',
    async differs(things) {
      await insert(things, { a: null });
      return (await errorOf(things.updateOne({}, { $set: { 'a.b': 1 } }))) === null;
    },
  },
  sliceToNothing: {
    text: '$push with $slice 0 leaves the array as it was',
    async differs(things) {
      await insert(things, { a: [1] });
      await things.updateOne({}, { $push: { a: { $each: [2], $slice: 0 } } as never });
      return (await things.findOne({}))?.a.length === 1;
    },
  },
  estimatedCount: {
    text: 'the estimated number of documents is only an estimate',
    async differs(things) {
      await insert(things, ...Array.from({ length: 30 }, (_, n) => ({ n })));
      await things.deleteMany({ n: { $lt: 10 } } as never);
      return (await things.estimatedDocumentCount()) !== 20;
    },
  },
  arrayNameCode: {
    text: '$set of a name in an array is refused with another code than 28',
    async differs(things) {
      await insert(things, { a: [1] });
      const code = (await errorOf(things.updateOne({}, { $set: { 'a.b': 1 } })))?.code;
      return code !== undefined && code !== 28;
    },
  },
  addToSetCode: {
    text: '$addToSet to what is no array is refused with another code than 2',
    async differs(things) {
      await insert(things, { a: 'x' });
      const code = (await errorOf(things.updateOne({}, { $addToSet: { a: 1 } as never })))?.code;
      return code !== undefined && code !== 2;
    },
  },
  idFirst: {
    text: '_id stays where it was given instead of coming first',
    async differs(things) {
      await insert(things, { a: 1, _id: 'x' });
      return Object.keys((await things.findOne({})) ?? {})[0] !== '_id';
    },
  },
  growthBeyondLimit: {
    text: 'an update may make a document larger than 16 MB',
    async differs(things) {
      await insert(things, { _id: 'x', text: 'x'.repeat(16_000_000) });
      return (await errorOf(things.updateOne({}, { $set: { more: 'x'.repeat(1_000_000) } }))) === null;
    },
  },
} as const satisfies Record<string, Difference>;

export type DifferenceName = keyof typeof SERVER_DIFFERENCES;

/** The differences of the connected server among these. Every probe works in a collection of its own. */
export async function differencesOf(
  connection: Connection,
  names: readonly DifferenceName[],
): Promise<DifferenceName[]> {
  const found: DifferenceName[] = [];
  for (const name of names) {
    const things = connection.collection(`probe_${name}`);
    if (await SERVER_DIFFERENCES[name].differs(things)) found.push(name);
    await things.drop().catch(() => {});
  }
  return found;
}
