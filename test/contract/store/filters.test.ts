import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { describeStores } from './describeStores.ts';
import type { DifferenceName } from './serverDifferences.ts';

const { ObjectId } = mongoose.mongo;
const OBJECT_ID = new ObjectId('65f000000000000000000001');

/** One document an aspect; `_id` is its name in the expectations. */
const DOCUMENTS = [
  { _id: 'number', a: 5 },
  { _id: 'zero', a: 0 },
  { _id: 'negative', a: -1.5 },
  { _id: 'string', a: 'abc' },
  { _id: 'han', a: '钢铁' },
  { _id: 'empty-string', a: '' },
  { _id: 'null', a: null },
  { _id: 'missing' },
  { _id: 'true', a: true },
  { _id: 'date', a: new Date('2026-01-02T03:04:05Z') },
  { _id: 'object', a: { b: 5, c: 'x' } },
  { _id: 'object-other-order', a: { c: 'x', b: 5 } },
  { _id: 'object-id', a: OBJECT_ID },
  { _id: 'array', a: [1, 5, 'abc'] },
  { _id: 'empty-array', a: [] },
  { _id: 'array-in-array', a: [[5]] },
  { _id: 'array-with-null', a: [null, 7] },
  { _id: 'objects', a: [{ b: 5 }, { b: 8, d: 1 }] },
  { _id: 'objects-without', a: [{ c: 1 }] },
  { _id: 'nul', a: 'x\0y' },
];

/** Up to 8.x MongoDB finds no null on a path through these, from 9.0 it does; see serverDifferences.ts. */
/** Those that have no field `b` below `a`. */
const WITHOUT_B = [
  'number',
  'zero',
  'negative',
  'string',
  'han',
  'empty-string',
  'null',
  'missing',
  'true',
  'date',
  'object-id',
  'objects-without',
  'nul',
];
const VALUE_ARRAYS = ['array', 'empty-array', 'array-in-array', 'array-with-null'];

/** What is asked, what is found, and what a server has to do like MongoDB for it. */
const CASES: [string, Record<string, unknown>, string[], DifferenceName?][] = [
  ['a number equals itself, also inside an array', { a: 5 }, ['number', 'array']],
  ['a whole array equals an array or an element', { a: [5] }, ['array-in-array'], 'wholeArrays'],
  ['null finds null, missing and an array with null', { a: null }, ['null', 'missing', 'array-with-null']],
  ['null on a path finds what has no such field', { 'a.b': null }, WITHOUT_B, 'nullThroughValues'],
  [
    'null on a path finds what has no such field, arrays of values apart',
    { 'a.b': null, _id: { $nin: VALUE_ARRAYS } },
    WITHOUT_B,
  ],
  ['a path goes through arrays of objects', { 'a.b': 5 }, ['object', 'object-other-order', 'objects']],
  ['an object equals by value and order', { a: { b: 5, c: 'x' } }, ['object']],
  ['a position names an element', { 'a.0': 1 }, ['array']],
  ['an ObjectId equals itself', { a: OBJECT_ID }, ['object-id']],
  ['a NUL inside a string counts', { a: 'x\0y' }, ['nul']],
  [
    '$ne is the opposite of equal',
    { a: { $ne: 5 } },
    DOCUMENTS.map(({ _id }) => _id).filter((id) => !['number', 'array'].includes(id)),
  ],
  [
    '$ne null needs something',
    { 'a.b': { $ne: null } },
    ['object', 'object-other-order', 'array', 'empty-array', 'array-in-array', 'array-with-null', 'objects'],
    'nullThroughValues',
  ],
  [
    '$ne null needs something, arrays of values apart',
    { 'a.b': { $ne: null }, _id: { $nin: VALUE_ARRAYS } },
    ['object', 'object-other-order', 'objects'],
  ],
  ['$gt keeps to the type', { a: { $gt: 0 } }, ['number', 'array', 'array-with-null']],
  ['$gte includes', { a: { $gte: 5 } }, ['number', 'array', 'array-with-null']],
  ['$lt excludes', { a: { $lt: 0 } }, ['negative']],
  ['$lte includes', { a: { $lte: 0 } }, ['zero', 'negative']],
  ['two bounds may be met by two elements', { a: { $gt: 4, $lt: 2 } }, ['array'], 'boundsByElements'],
  ['$gt on strings goes by bytes', { a: { $gt: 'abc' } }, ['han', 'nul']],
  ['$gt on dates', { a: { $gt: new Date('2026-01-01') } }, ['date']],
  ['$lt on dates', { a: { $lt: new Date('2026-01-01') } }, []],
  ['$gt null finds nothing', { a: { $gt: null } }, []],
  ['$gte null is like null', { a: { $gte: null } }, ['null', 'missing', 'array-with-null'], 'boundsOfNull'],
  [
    '$in finds any',
    { a: { $in: [5, 'abc', '钢铁'] }, _id: { $ne: 'array-in-array' } },
    ['number', 'string', 'han', 'array'],
  ],
  ['$in looks at elements, not into them', { a: { $in: [5] } }, ['number', 'array'], 'inWithinArrays'],
  ['$in with null finds missing', { a: { $in: [null, 0] } }, ['zero', 'null', 'missing', 'array-with-null']],
  ['an empty $in finds nothing', { a: { $in: [] } }, []],
  ['an empty $in within an array', { 'a.b': { $in: [] } }, []],
  [
    '$nin excludes all',
    { a: { $nin: [null, 5, 'abc', 0, true, ''] } },
    [
      'negative',
      'han',
      'date',
      'object',
      'object-other-order',
      'object-id',
      'empty-array',
      'array-in-array',
      'objects',
      'objects-without',
      'nul',
    ],
  ],
  ['$exists true includes null', { 'a.d': { $exists: true } }, ['objects']],
  ['$exists false', { a: { $exists: false } }, ['missing']],
  [
    '$and of conditions',
    { $and: [{ a: { $gt: 1 } }, { _id: { $ne: 'array' } }] },
    ['number', 'array-with-null'],
  ],
  ['$or of conditions', { $or: [{ a: 0 }, { a: true }] }, ['zero', 'true']],
  ['$or beside a condition', { _id: { $in: ['zero', 'number'] }, $or: [{ a: 0 }, { a: true }] }, ['zero']],
  ['$elemMatch on one element', { a: { $elemMatch: { b: 8, d: 1 } } }, ['objects']],
  ['$elemMatch is not met by two elements', { a: { $elemMatch: { b: 5, d: 1 } } }, []],
  ['$elemMatch on values', { a: { $elemMatch: { $gt: 2, $lt: 6 } } }, ['array']],
  ['$elemMatch needs an array', { a: { $elemMatch: { b: 5, c: 'x' } } }, []],
  ['an anchored expression', { a: /^ab/ }, ['string', 'array']],
  ['an anchored expression as $regex', { a: { $regex: '^AB', $options: 'i' } }, ['string', 'array']],
  ['an anchored expression on Han', { a: { $regex: '^钢' } }, ['han']],
  ['an empty filter finds all', {}, DOCUMENTS.map(({ _id }) => _id)],
  ['a field named like something inherited', { constructor: { $exists: true } }, []],
];

describeStores('filters', (store) => {
  const found = async (filter: Record<string, unknown>) => {
    const documents = await store.collection().find(filter).toArray();
    return documents.map(({ _id }) => String(_id)).sort();
  };

  for (const [title, filter, expected, difference] of CASES) {
    const needs = difference ? [difference] : [];
    store.itNeeds(needs, title, async () => {
      await store.collection().insertMany(DOCUMENTS as never[]);
      assert.deepEqual(await found(filter), [...expected].sort());
      assert.equal(await store.collection().countDocuments(filter), expected.length);
    });

    store.itNeeds(needs, `${title}, with indexes on the fields`, async () => {
      await store.collection().createIndex({ a: 1 });
      await store.collection().createIndex({ 'a.b': -1, _id: 1 });
      await store.collection().insertMany(DOCUMENTS as never[]);
      assert.deepEqual(await found(filter), [...expected].sort());
      assert.equal(await store.collection().countDocuments(filter), expected.length);
    });
  }
});
