import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { openStoreForTest, type TestStore } from './openStoreForTest.ts';

const { Decimal128, Long, Timestamp, Code } = mongoose.mongo;

describe('what the embedded store refuses', () => {
  let store: TestStore;
  before(async () => {
    store = await openStoreForTest();
    await store.collection().insertOne({ _id: 'x', a: 1 } as never);
  });
  after(() => store.close());

  const refuses = (work: () => Promise<unknown>, pattern: RegExp) =>
    assert.rejects(work, (error: Error & { code: number }) => {
      assert.match(error.message, pattern);
      return true;
    });

  const FILTERS: Record<string, object> = {
    $where: { $where: 'true' },
    $expr: { $expr: { $eq: [1, 1] } },
    $nor: { $nor: [{ a: 1 }] },
    $text: { $text: { $search: 'x' } },
    $not: { a: { $not: { $gt: 1 } } },
    $all: { a: { $all: [1] } },
    $size: { a: { $size: 1 } },
    $type: { a: { $type: 'string' } },
    $mod: { a: { $mod: [2, 0] } },
    $near: { a: { $near: [1, 1] } },
  };
  for (const [operator, filter] of Object.entries(FILTERS)) {
    it(`the filter operator ${operator}, naming collection and operation`, async () => {
      const pattern = new RegExp(`^things\\.find: .*does not support the filter operator \\${operator}`);
      await refuses(() => store.collection().find(filter).toArray(), pattern);
      await refuses(() => store.collection().updateMany(filter, { $set: { a: 1 } }), /^things\.updateMany: /);
    });
  }

  it('regular expressions that are not anchored, or have other flags than i', async () => {
    for (const expression of [/abc/, /^a|b/, /^a/m, /(^a)/]) {
      await refuses(
        () => store.collection().findOne({ a: expression }),
        /^things\.findOne: .*regular expression/,
      );
    }
    await store.collection().findOne({ a: /^(a|b)[|]\|/ });
  });

  const UPDATES: Record<string, object | object[]> = {
    $rename: { $rename: { a: 'b' } },
    $mul: { $mul: { a: 2 } },
    $bit: { $bit: { a: { and: 1 } } },
    $currentDate: { $currentDate: { a: true } },
    $pop: { $pop: { a: 1 } },
    $pullAll: { $pullAll: { a: [1] } },
    '$position in $push': { $push: { a: { $each: [1], $position: 0 } } },
    '$sort in $push': { $push: { a: { $each: [1], $sort: 1 } } },
    "the positional update of 'a.$'": { $set: { 'a.$': 1 } },
    "the positional update of 'a.$[]'": { $set: { 'a.$[]': 1 } },
    'updates by an aggregation pipeline': [{ $set: { a: 1 } }],
  };
  for (const [what, update] of Object.entries(UPDATES)) {
    it(`${what} in an update, even when nothing matches`, async () => {
      const update_ = () => store.collection().updateOne({ _id: 'none' as never }, update as never);
      await assert.rejects(
        update_,
        (error: Error) => error.message.startsWith('things.updateOne: ') && error.message.includes(what),
      );
    });
  }

  it('whole operations, each by its name', async () => {
    const collection = store.collection() as unknown as Record<
      string,
      (...parameters: unknown[]) => Promise<unknown>
    >;
    for (const operation of ['rename', 'createIndexes', 'isCapped', 'count', 'createSearchIndex']) {
      await refuses(
        async () => collection[operation]?.([]),
        new RegExp(`^things\\.${operation}: .*does not support`),
      );
    }
    await refuses(
      () =>
        store
          .collection()
          .aggregate([{ $match: {} }])
          .toArray(),
      /^things\.aggregate: /,
    );
    await assert.rejects(store.connection.startSession(), /sessions and transactions/);
  });

  it('options that ask for something else', async () => {
    const find = (options: object) => store.collection().find({}, options).toArray();
    await refuses(() => find({ collation: { locale: 'zh' } }), /^things\.find: .*option 'collation'/);
    await refuses(() => find({ hint: { a: 1 } }), /option 'hint'/);
    await refuses(() => find({ tailable: true }), /option 'tailable'/);
    await refuses(() => find({ projection: { a: { $slice: 1 } } }), /projection/);
    await refuses(() => find({ projection: { 'a.$': 1 } }), /positional/);
    await refuses(() => find({ sort: { a: { $meta: 'textScore' } } }), /cannot be sorted/);
    await refuses(
      () => store.collection().updateOne({}, { $set: { a: 1 } }, { arrayFilters: [{ x: 1 }] }),
      /option 'arrayFilters'/,
    );
  });

  it('indexes of other kinds', async () => {
    const create = (fields: object, options = {}) => store.collection().createIndex(fields as never, options);
    await refuses(() => create({ a: 'text' }), /^things\.createIndex: .*kind "text"/);
    await refuses(() => create({ a: '2dsphere' }), /2dsphere/);
    await refuses(() => create({ 'a.$**': 1 }), /path/);
    await refuses(() => create({ a: 1 }, { expireAfterSeconds: 60 }), /expireAfterSeconds/);
    await refuses(() => create({ a: 1 }, { partialFilterExpression: { a: 1 } }), /partialFilterExpression/);
    await refuses(() => create({ a: 1 }, { collation: { locale: 'en' } }), /collation/);
  });

  it('types it does not keep, naming the place', async () => {
    const values = [
      Decimal128.fromString('1.5'),
      Long.fromString('9223372036854775807'),
      new Timestamp(1n),
      new Code('x'),
      /^x/,
    ];
    for (const value of values) {
      await refuses(
        () => store.collection().insertOne({ b: [{ c: value }] }),
        /^things\.insertOne: .*found at 'b\.0\.c'/,
      );
      await refuses(() => store.collection().updateOne({}, { $set: { d: value } }), /^things\.updateOne: /);
    }
    assert.equal(await store.collection().countDocuments({}), 1);
  });

  it('documents nested too deeply', async () => {
    let deep: unknown = 1;
    for (let level = 0; level < 150; level++) deep = { deep };
    await refuses(
      () => store.collection().insertOne({ deep }),
      /^things\.insertOne: .*nested deeper than 100 levels/,
    );
    for (let level = 0; level < 20_000; level++) deep = { deep };
    await assert.rejects(store.collection().insertOne({ deep }), /^MongoServerError: things\.insertOne: /);
  });

  it('anything once it is closed', async () => {
    const other = await openStoreForTest();
    await other.close();
    await assert.rejects(other.collection().insertOne({ a: 1 }));
  });
});
