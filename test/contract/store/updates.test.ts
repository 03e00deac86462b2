import assert from 'node:assert/strict';
import { describeStores } from './describeStores.ts';
import type { DifferenceName } from './serverDifferences.ts';

type Fields = Record<string, unknown>;

const DATE = new Date('2026-03-04T05:06:07Z');

/** What was there, the update, what is there afterwards; `_id` is left out. */
const CASES: [string, Fields, Fields, Fields, DifferenceName?][] = [
  ['$set replaces', { a: 1 }, { $set: { a: 'x' } }, { a: 'x' }],
  ['$set makes the objects on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  [
    '$set keeps the order of a given object',
    { a: 1 },
    { $set: { a: { z: 1, b: 2 } } },
    { a: { z: 1, b: 2 } },
  ],
  ['$set reorders an object', { a: { b: 2, z: 1 } }, { $set: { a: { z: 1, b: 2 } } }, { a: { z: 1, b: 2 } }],
  [
    '$set reaches an element by its position',
    { a: [{ b: 1 }, { b: 2 }] },
    { $set: { 'a.1.b': 5 } },
    { a: [{ b: 1 }, { b: 5 }] },
  ],
  ['$set beyond the end fills up with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  ['$set of dates, null and Han', {}, { $set: { a: DATE, b: null, c: '钢' } }, { a: DATE, b: null, c: '钢' }],
  ['$unset removes', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': 1, x: 1 } }, { b: { d: 2 } }],
  ['$unset leaves null in an array', { a: [1, 2, 3] }, { $unset: { 'a.1': '' } }, { a: [1, null, 3] }],
  [
    '$inc adds, and begins at nothing',
    { a: 1.5 },
    { $inc: { a: 2, b: -1, 'c.d': 4 } },
    { a: 3.5, b: -1, c: { d: 4 } },
  ],
  [
    '$min and $max keep the lesser and the greater',
    { a: 5, b: 5, c: 5, d: 5 },
    { $min: { a: 3, b: 7 }, $max: { c: 3, d: 7 } },
    { a: 3, b: 5, c: 5, d: 7 },
  ],
  ['$max goes by dates', { a: DATE }, { $max: { a: new Date(0), b: DATE } }, { a: DATE, b: DATE }],
  ['$min goes by type before value', { a: 'text' }, { $min: { a: 1000 } }, { a: 1000 }],
  [
    '$push adds to the end or begins an array',
    { a: [1] },
    { $push: { a: 2, b: { c: 1 } } },
    { a: [1, 2], b: [{ c: 1 }] },
  ],
  ['$push adds an array as one element', { a: [] }, { $push: { a: [1, 2] } }, { a: [[1, 2]] }],
  [
    '$push $each $slice keeps the last',
    { a: [1, 2] },
    { $push: { a: { $each: [3, 4], $slice: -3 } } },
    { a: [2, 3, 4] },
  ],
  [
    '$push $each $slice keeps the first',
    { a: [1, 2] },
    { $push: { a: { $each: [3], $slice: 2 } } },
    { a: [1, 2] },
  ],
  [
    '$push $slice 0 empties',
    { a: [1, 2] },
    { $push: { a: { $each: [3], $slice: 0 } } },
    { a: [] },
    'sliceToNothing',
  ],
  ['$pull takes out equal values', { a: [1, 2, 1, [1]] }, { $pull: { a: 1 } }, { a: [2, [1]] }],
  [
    '$pull takes out objects by some of their fields',
    { a: [{ id: 'x', n: 1 }, { id: 'y' }] },
    { $pull: { a: { id: 'x' } } },
    { a: [{ id: 'y' }] },
  ],
  [
    '$pull takes out by operators',
    { a: [1, 5, 9], b: [{ n: 1 }, { n: 5 }] },
    { $pull: { a: { $gt: 4 }, b: { n: { $in: [1, 2] } } } },
    { a: [1], b: [{ n: 5 }] },
  ],
  ['$pull does nothing where there is nothing', { b: 1 }, { $pull: { a: 1 } }, { b: 1 }],
  [
    '$addToSet adds what is not there',
    { a: [1] },
    { $addToSet: { a: { $each: [1, 2, 2] }, b: 'x' } },
    { a: [1, 2], b: ['x'] },
  ],
  [
    '$addToSet tells objects apart by order',
    { a: [{ x: 1, y: 2 }] },
    { $addToSet: { a: { y: 2, x: 1 } } },
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  ['$setOnInsert does nothing to what exists', { a: 1 }, { $setOnInsert: { a: 2, b: 1 } }, { a: 1 }],
  [
    'several operators at once',
    { a: 1, h: [1] },
    { $inc: { a: 1 }, $set: { s: 'x' }, $push: { h: 2 } },
    { a: 2, h: [1, 2], s: 'x' },
  ],
];

const ERRORS: [string, Fields, Fields, number, DifferenceName?][] = [
  ['$inc of a text', { a: 'x' }, { $inc: { a: 1 } }, 14],
  ['$inc of null', { a: null }, { $inc: { a: 1 } }, 14, 'incrementOfNull'],
  ['$inc by a text', { a: 1 }, { $inc: { a: 'x' } }, 14],
  ['$push to what is no array', { a: 1 }, { $push: { a: 1 } }, 2],
  ['$pull from what is no array', { a: 1 }, { $pull: { a: 1 } }, 2],
  ['$addToSet to what is no array', { a: 'x' }, { $addToSet: { a: 1 } }, 2, 'addToSetCode'],
  ['$set through a number', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
  ['$set through null', { a: null }, { $set: { 'a.b': 1 } }, 28, 'setThroughNull'],
  ['$set of a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }, 28, 'arrayNameCode'],
  ['two operators on one path', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['a path and one inside it', { a: {} }, { $set: { a: {}, 'a.b': 1 } }, 40],
  ['a changed _id', { a: 1 }, { $set: { _id: 'other' } }, 66],
];

describeStores('updates', (store) => {
  for (const [title, before, update, after, difference] of CASES) {
    store.itNeeds(difference ? [difference] : [], title, async () => {
      await store.collection().insertOne({ _id: 'x', ...before } as never);
      const result = await store.collection().updateOne({ _id: 'x' as never }, update);
      assert.deepEqual([result.matchedCount, result.upsertedCount], [1, 0]);
      const found = await store.collection().findOne({});
      assert.deepEqual(found, { _id: 'x', ...after });
      // deepEqual does not look at the order of fields, a stored document has one.
      for (const [key, value] of Object.entries(after))
        assert.equal(JSON.stringify(found?.[key]), JSON.stringify(value));
    });
  }

  for (const [title, before, update, code, difference] of ERRORS) {
    store.itNeeds(difference ? [difference] : [], `refuses ${title} and changes nothing`, async () => {
      await store.collection().insertOne({ _id: 'x', ...before } as never);
      await assert.rejects(store.collection().updateOne({ _id: 'x' as never }, update), { code });
      assert.deepEqual(await store.collection().findOne({}), { _id: 'x', ...before });
    });
  }

  it('tells whether something matched and whether it changed', async () => {
    await store.collection().insertOne({ _id: 'x', a: 1 } as never);
    const same = await store.collection().updateOne({ a: 1 }, { $set: { a: 1 } });
    assert.deepEqual([same.matchedCount, same.modifiedCount], [1, 0]);
    const none = await store.collection().updateOne({ a: 2 }, { $set: { a: 1 } });
    assert.deepEqual([none.matchedCount, none.modifiedCount, none.upsertedId], [0, 0, null]);
  });

  it('changes and deletes many, each once, though the change moves them in the index', async () => {
    await store.collection().createIndex({ n: 1 });
    await store
      .collection()
      .insertMany(Array.from({ length: 450 }, (_, n) => ({ _id: `${n}`, n })) as never[]);
    const changed = await store.collection().updateMany({ n: { $gte: 0 } }, { $inc: { n: 50 } });
    assert.deepEqual([changed.matchedCount, changed.modifiedCount], [450, 450]);
    assert.equal((await store.collection().findOne({ _id: '449' as never }))?.n, 499);
    assert.equal((await store.collection().deleteMany({ n: { $lt: 100 } })).deletedCount, 50);
    assert.equal((await store.collection().deleteOne({ n: 100 })).deletedCount, 1);
    assert.equal((await store.collection().deleteOne({ n: 100 })).deletedCount, 0);
    assert.equal(await store.collection().countDocuments({}), 399);
  });

  store.itNeeds(['estimatedCount'], 'are estimated to as many as there are', async () => {
    await store.collection().insertMany(Array.from({ length: 30 }, (_, n) => ({ n })) as never[]);
    await store.collection().deleteMany({ n: { $lt: 10 } });
    assert.equal(await store.collection().estimatedDocumentCount(), 20);
  });

  it('replaces a whole document but its _id', async () => {
    await store.collection().insertOne({ _id: 'x', a: 1, b: 2 } as never);
    await store.collection().replaceOne({ a: 1 }, { c: 3 });
    assert.deepEqual(await store.collection().findOne({}), { _id: 'x', c: 3 });
    await assert.rejects(store.collection().replaceOne({ c: 3 }, { _id: 'y' as never, c: 3 }), { code: 66 });
  });
});
