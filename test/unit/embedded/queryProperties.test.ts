import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Query } from 'mingo';
import { asStored } from '../../../models/embedded/bson.ts';
import { parseFilter } from '../../../models/embedded/filter.ts';
import { compileCondition } from '../../../models/embedded/match.ts';
import { parseSort, sortKey, withTieBreak } from '../../../models/embedded/sort.ts';
import { openStoreForTest, type TestStore } from './openStoreForTest.ts';

type Fields = Record<string, unknown>;

const small = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom('a', 'ab', 'b', '', 'a\0'),
  fc.constantFrom(new Date(0), new Date(1000)),
  fc.boolean(),
);
const scalar = fc.oneof({ weight: 6, arbitrary: small }, { weight: 1, arbitrary: fc.constant(null) });
const field = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 2, arbitrary: fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }) },
  {
    weight: 2,
    arbitrary: fc.array(fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }), { maxLength: 3 }),
  },
);
const documents = fc.array(fc.record({ a: field, b: field, c: scalar }, { requiredKeys: [] }), {
  minLength: 1,
  maxLength: 25,
});

const path = fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y', 'b.x', '_id');
const operand = fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: field });
const comparison = fc.oneof(
  operand,
  fc.record({ $eq: operand }),
  fc.record({ $ne: operand }),
  fc.record({ $in: fc.array(operand, { maxLength: 3 }) }),
  fc.record({ $nin: fc.array(operand, { maxLength: 2 }) }),
  fc.record({ $gt: scalar, $lt: scalar }, { requiredKeys: [] }),
  fc.record({ $gte: scalar, $lte: scalar }, { requiredKeys: [] }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $regex: fc.constantFrom('^a', '^ab', '^a.', '^', '^b?') }),
);
const condition: fc.Arbitrary<Fields> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.dictionary(path, comparison, { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a', 'b').chain((at) =>
      fc.record({
        [at]: fc.record({ $elemMatch: fc.record({ x: comparison, y: comparison }, { requiredKeys: [] }) }),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ a: fc.record({ $elemMatch: fc.record({ $gte: small, $lt: small }) }) }),
  },
);
const filter: fc.Arbitrary<Fields> = fc.oneof(
  { weight: 3, arbitrary: condition },
  { weight: 1, arbitrary: fc.record({ $and: fc.array(condition, { minLength: 1, maxLength: 3 }) }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(condition, fc.array(condition, { minLength: 1, maxLength: 3 }))
      .map(([rest, alternatives]) => ({ ...rest, $or: alternatives })),
  },
);
const direction = fc.constantFrom<1 | -1>(1, -1);
const fieldsInOrder = fc
  .uniqueArray(fc.tuple(path, direction), { minLength: 1, maxLength: 3, selector: ([name]) => name })
  .map((pairs) => Object.fromEntries(pairs));
const index = fc.tuple(
  // Two arrays side by side are refused, so one index names only one of a and b.
  fieldsInOrder.filter(
    (fields) =>
      !(
        Object.keys(fields).some((name) => name[0] === 'a') &&
        Object.keys(fields).some((name) => name[0] === 'b')
      ),
  ),
  fc.boolean(),
);

const scenario = fc.record({
  documents,
  indexes: fc.uniqueArray(index, { maxLength: 4, selector: ([fields]) => JSON.stringify(fields) }),
  reads: fc.array(
    fc.record({
      filter,
      sort: fc.option(fieldsInOrder, { nil: undefined }),
      skip: fc.constantFrom(0, 0, 1, 4),
      limit: fc.constantFrom(0, 0, 1, 3, 10),
    }),
    { minLength: 12, maxLength: 12 },
  ),
});

/** What a read has to return, found by looking at each document and sorting all. */
function naiveRead(
  all: Fields[],
  read: { filter: Fields; sort: Fields | undefined; skip: number; limit: number },
) {
  const test = compileCondition(parseFilter(asStored(read.filter)));
  const sort = withTieBreak(parseSort(read.sort));
  const found = all.filter(test);
  if (read.sort) found.sort((left, right) => Buffer.compare(sortKey(left, sort), sortKey(right, sort)));
  return found
    .slice(read.skip, read.limit > 0 ? read.skip + read.limit : undefined)
    .map(({ _id }) => String(_id));
}

describe('any read by any indexes', () => {
  let store: TestStore;
  before(async () => {
    store = await openStoreForTest();
  });
  after(() => store.close());

  it('returns what a look at every document returns', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(scenario, async ({ documents, indexes, reads }) => {
        round++;
        const things = store.connection.db?.collection(`round${round}`);
        if (!things) throw new Error('The store is not open.');
        for (const [at, [fields, sparse]] of indexes.entries())
          await things.createIndex(fields, { sparse, name: `i${at}` });
        const all: Fields[] = asStored(documents).map((document, at) => ({
          _id: `d${String(at).padStart(2, '0')}`,
          ...document,
        }));
        await things.insertMany(all as never[]);
        for (const { sort, ...read } of reads) {
          const options = { skip: read.skip, limit: read.limit, ...(sort ? { sort } : {}) };
          const found: string[] = (await things.find(read.filter, options).toArray()).map(({ _id }) =>
            String(_id),
          );
          const expected = naiveRead(all, { ...read, sort });
          const plan = JSON.stringify({ ...read, sort, report: store.lastReport() });
          // Without a sort any order is right, and with a limit any of the matching documents.
          if (sort) assert.deepEqual(found, expected, plan);
          else assert.equal(found.length, expected.length, plan);
          if (!sort && read.limit === 0 && read.skip === 0)
            assert.deepEqual(found.sort(), expected.sort(), plan);
          assert.equal(
            await things.countDocuments(read.filter),
            naiveRead(all, { ...read, sort, skip: 0, limit: 0 }).length,
            plan,
          );
        }
      }),
      { numRuns: 90 },
    );
  });
});

describe('matching', () => {
  /** Where mingo is known to differ from MongoDB: null against missing or arrays, and the order of fields. */
  const isComparable = (value: unknown): boolean =>
    !JSON.stringify(value).includes('null') &&
    !/"\$exists"|\$elemMatch|\{"x".*"y"|\[\]/.test(JSON.stringify(value));

  it('agrees with mingo where mingo agrees with MongoDB', () => {
    let compared = 0;
    const document = fc.record({ _id: fc.constant('d'), a: field, b: field, c: scalar });
    fc.assert(
      fc.property(document.map(asStored), filter.map(asStored), (candidate, asked) => {
        fc.pre(isComparable(candidate) && isComparable(asked));
        compared++;
        assert.equal(compileCondition(parseFilter(asked))(candidate), new Query(asked, {}).test(candidate));
      }),
      { numRuns: 800, maxSkipsPerRun: 1_000 },
    );
    assert.ok(compared > 300);
  });
});
