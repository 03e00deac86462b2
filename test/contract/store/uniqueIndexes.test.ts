import assert from 'node:assert/strict';
import { describeStores } from './describeStores.ts';

/** Fields and options of an index, what is there, what is refused, and what the refusal names. */
const REFUSALS: [string, Record<string, 1 | -1>, object, object[], object, object][] = [
  ['an _id', { _id: 1 }, {}, [{ _id: 'x' }], { _id: 'x', a: 1 }, { _id: 'x' }],
  ['a value', { slug: 1 }, {}, [{ slug: 's' }, { slug: 't' }], { slug: 's' }, { slug: 's' }],
  ['nothing, for null', { slug: 1 }, {}, [{}], { slug: null }, { slug: null }],
  ['null, for nothing', { slug: 1 }, {}, [{ slug: null }], {}, { slug: null }],
  [
    'null in a sparse index',
    { slug: 1 },
    { sparse: true },
    [{}, { slug: null }],
    { slug: null },
    { slug: null },
  ],
  ['an element', { keys: 1 }, {}, [{ keys: ['x', 'y'] }], { keys: ['z', 'y'] }, { keys: 'y' }],
  ['a path', { 'a.b': 1 }, {}, [{ a: { b: 1 } }], { a: { b: 1 } }, { 'a.b': 1 }],
  [
    'two fields',
    { j: 1, n: -1 },
    {},
    [
      { j: 'CN', n: '1' },
      { j: 'US', n: '2' },
    ],
    { j: 'CN', n: '1' },
    { j: 'CN', n: '1' },
  ],
];

describeStores('refused duplicates', (store) => {
  for (const [title, keyPattern, options, there, document, keyValue] of REFUSALS) {
    store.itNeeds(['duplicateKeyFields'], `name fields and value: ${title}`, async () => {
      const things = store.collection();
      if (!('_id' in keyPattern)) await things.createIndex(keyPattern, { unique: true, ...options });
      await things.insertMany(there as never[]);
      const refusal = { code: 11000, message: /^E11000 duplicate key error/, keyPattern, keyValue };
      await assert.rejects(things.insertOne({ ...document } as never), refusal);
      if ('_id' in keyPattern) return;
      const [field = ''] = (Object.keys(keyPattern)[0] ?? '').split('.');
      await things.insertOne({ _id: 'other', [field]: 'free' } as never);
      const change = things.replaceOne({ _id: 'other' as never }, document);
      await assert.rejects(change, refusal);
    });
  }
});

describeStores('unique indexes', (store) => {
  const insert = (...documents: object[]) => store.collection().insertMany(documents as never[]);
  const rejects = (work: Promise<unknown>) => assert.rejects(work, { code: 11000 });
  const insertOne = (document: object) => store.collection().insertOne(document as never);

  it('refuses a second document with the same _id', async () => {
    await insertOne({ _id: 'x' });
    await rejects(insertOne({ _id: 'x', a: 1 }));
    assert.deepEqual(await store.collection().findOne({}), { _id: 'x' });
  });

  it('refuses a second value, on insert, update and upsert', async () => {
    await store.collection().createIndex({ slug: 1 }, { unique: true });
    await insert({ _id: 'a', slug: 's' }, { _id: 'b', slug: 't' });
    await rejects(insertOne({ _id: 'c', slug: 's' }));
    await rejects(store.collection().updateOne({ _id: 'b' as never }, { $set: { slug: 's' } }));
    await rejects(
      store.collection().updateOne({ _id: 'd' as never }, { $set: { slug: 't' } }, { upsert: true }),
    );
    await store.collection().updateOne({ _id: 'a' as never }, { $set: { slug: 's', more: 1 } });
    await store.collection().deleteOne({ _id: 'a' as never });
    await insertOne({ _id: 'c', slug: 's' });
    assert.equal(await store.collection().countDocuments({}), 2);
  });

  it('takes missing for null, and one of them only', async () => {
    await store.collection().createIndex({ slug: 1 }, { unique: true });
    await insertOne({ _id: 'a' });
    await rejects(insertOne({ _id: 'b', slug: null }));
    await rejects(insertOne({ _id: 'c' }));
  });

  it('leaves out what is missing when sparse, but not null', async () => {
    await store.collection().createIndex({ slug: 1 }, { unique: true, sparse: true });
    await insert({ _id: 'a' }, { _id: 'b' }, { _id: 'c', slug: null }, { _id: 'd', slug: 's' });
    await rejects(insertOne({ _id: 'e', slug: null }));
    await rejects(insertOne({ _id: 'e', slug: 's' }));
    const missing = await store
      .collection()
      .find({ slug: null }, { sort: { _id: 1 } })
      .toArray();
    assert.deepEqual(
      missing.map(({ _id }) => _id),
      ['a', 'b', 'c'],
    );
    const sorted = await store
      .collection()
      .find({}, { sort: { slug: 1, _id: 1 } })
      .toArray();
    assert.deepEqual(
      sorted.map(({ _id }) => _id),
      ['a', 'b', 'c', 'd'],
    );
    assert.equal(await store.collection().countDocuments({ slug: { $exists: true } }), 2);
  });

  it('refuses the value of an element that another document has', async () => {
    await store.collection().createIndex({ keys: 1 }, { unique: true });
    await insert({ _id: 'a', keys: ['mail:x', 'phone:1', 'mail:x'] }, { _id: 'b', keys: ['mail:y'] });
    await rejects(
      store.collection().updateOne({ _id: 'b' as never }, { $push: { keys: 'phone:1' as never } }),
    );
    await store.collection().updateOne({ _id: 'a' as never }, { $pull: { keys: 'phone:1' as never } });
    await store.collection().updateOne({ _id: 'b' as never }, { $push: { keys: 'phone:1' as never } });
  });

  it('looks at all fields of a compound index together', async () => {
    await store.collection().createIndex({ j: 1, n: -1 }, { unique: true });
    await insert({ _id: 'a', j: 'CN', n: '1' }, { _id: 'b', j: 'CN', n: '2' }, { _id: 'c', j: 'US', n: '1' });
    await rejects(insertOne({ _id: 'd', j: 'CN', n: '2' }));
    await insertOne({ _id: 'd', j: 'CN', n: '2\0' });
    await insertOne({ _id: 'e', j: 'CN' });
  });

  it('cannot be made over values that are there twice', async () => {
    await insert({ _id: 'a', slug: 's' }, { _id: 'b', slug: 's' });
    await assert.rejects(store.collection().createIndex({ slug: 1 }, { unique: true }), { code: 11000 });
    const names = (await store.collection().listIndexes().toArray()).map(({ name }) => name);
    assert.deepEqual(names, ['_id_']);
  });

  it('can be made over many documents that are there already', async () => {
    await insert(
      ...Array.from({ length: 900 }, (_, n) => ({ _id: `${n}`, slug: `s${n}`, tags: [n % 7, n % 5] })),
    );
    await store.collection().createIndex({ slug: 1 }, { unique: true });
    await store.collection().createIndex({ tags: 1, slug: 1 });
    await rejects(insertOne({ _id: 'x', slug: 's500' }));
    assert.equal(await store.collection().countDocuments({ tags: 6 }), 128);
  });

  store.itNeeds(['parallelArrays'], 'refuses two arrays side by side in one index', async () => {
    await store.collection().createIndex({ a: 1, b: 1 });
    await assert.rejects(insertOne({ _id: 'x', a: [1], b: [2] }), { code: 171 });
    assert.equal(await store.collection().countDocuments({}), 0);
  });

  store.itNeeds(['indexOptions'], 'refuses other options for the same fields', async () => {
    await store.collection().createIndex({ a: 1, b: -1 }, { unique: true, sparse: true });
    await assert.rejects(store.collection().createIndex({ a: 1, b: -1 }));
  });

  it('lists, takes the same again, and drops', async () => {
    await store.collection().createIndex({ a: 1, b: -1 }, { unique: true, sparse: true });
    assert.equal(
      await store.collection().createIndex({ a: 1, b: -1 }, { unique: true, sparse: true }),
      'a_1_b_-1',
    );
    const listed = (await store.collection().listIndexes().toArray()).map(({ v, ...index }) => index);
    assert.deepEqual(listed, [
      { key: { _id: 1 }, name: '_id_' },
      { key: { a: 1, b: -1 }, name: 'a_1_b_-1', unique: true, sparse: true },
    ]);
    await store.collection().dropIndex('a_1_b_-1');
    await insert({ _id: 'x', a: 1, b: 1 }, { _id: 'y', a: 1, b: 1 });
    assert.equal(await store.collection().countDocuments({ a: 1, b: 1 }), 2);
  });
});
