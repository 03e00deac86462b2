import assert from 'node:assert/strict';
import { describeStores } from './describeStores.ts';

describeStores('unique indexes', (store) => {
  const insert = (...documents: object[]) => store.collection().insertMany(documents as never[]);
  const rejects = (work: Promise<unknown>, keyPattern: object, keyValue: object) =>
    assert.rejects(work, (error: { code: number; keyPattern: object; keyValue: object; message: string }) => {
      assert.equal(error.code, 11000);
      assert.match(error.message, /^E11000 duplicate key error/);
      assert.deepEqual(error.keyPattern, keyPattern);
      assert.deepEqual(error.keyValue, keyValue);
      return true;
    });
  const insertOne = (document: object) => store.collection().insertOne(document as never);

  it('refuses a second document with the same _id', async () => {
    await insertOne({ _id: 'x' });
    await rejects(insertOne({ _id: 'x', a: 1 }), { _id: 1 }, { _id: 'x' });
    assert.deepEqual(await store.collection().findOne({}), { _id: 'x' });
  });

  it('refuses a second value, on insert, update and upsert', async () => {
    await store.collection().createIndex({ slug: 1 }, { unique: true });
    await insert({ _id: 'a', slug: 's' }, { _id: 'b', slug: 't' });
    await rejects(insertOne({ _id: 'c', slug: 's' }), { slug: 1 }, { slug: 's' });
    await rejects(
      store.collection().updateOne({ _id: 'b' as never }, { $set: { slug: 's' } }),
      { slug: 1 },
      { slug: 's' },
    );
    await rejects(
      store.collection().updateOne({ _id: 'd' as never }, { $set: { slug: 't' } }, { upsert: true }),
      { slug: 1 },
      { slug: 't' },
    );
    await store.collection().updateOne({ _id: 'a' as never }, { $set: { slug: 's', more: 1 } });
    await store.collection().deleteOne({ _id: 'a' as never });
    await insertOne({ _id: 'c', slug: 's' });
    assert.equal(await store.collection().countDocuments({}), 2);
  });

  it('takes missing for null, and one of them only', async () => {
    await store.collection().createIndex({ slug: 1 }, { unique: true });
    await insertOne({ _id: 'a' });
    await rejects(insertOne({ _id: 'b', slug: null }), { slug: 1 }, { slug: null });
    await rejects(insertOne({ _id: 'c' }), { slug: 1 }, { slug: null });
  });

  it('leaves out what is missing when sparse, but not null', async () => {
    await store.collection().createIndex({ slug: 1 }, { unique: true, sparse: true });
    await insert({ _id: 'a' }, { _id: 'b' }, { _id: 'c', slug: null }, { _id: 'd', slug: 's' });
    await rejects(insertOne({ _id: 'e', slug: null }), { slug: 1 }, { slug: null });
    await rejects(insertOne({ _id: 'e', slug: 's' }), { slug: 1 }, { slug: 's' });
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
      { keys: 1 },
      { keys: 'phone:1' },
    );
    await store.collection().updateOne({ _id: 'a' as never }, { $pull: { keys: 'phone:1' as never } });
    await store.collection().updateOne({ _id: 'b' as never }, { $push: { keys: 'phone:1' as never } });
  });

  it('looks at all fields of a compound index together', async () => {
    await store.collection().createIndex({ j: 1, n: -1 }, { unique: true });
    await insert({ _id: 'a', j: 'CN', n: '1' }, { _id: 'b', j: 'CN', n: '2' }, { _id: 'c', j: 'US', n: '1' });
    await rejects(insertOne({ _id: 'd', j: 'CN', n: '2' }), { j: 1, n: -1 }, { j: 'CN', n: '2' });
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
    await rejects(insertOne({ _id: 'x', slug: 's500' }), { slug: 1 }, { slug: 's500' });
    assert.equal(await store.collection().countDocuments({ tags: 6 }), 128);
  });

  it('refuses two arrays side by side in one index', async () => {
    await store.collection().createIndex({ a: 1, b: 1 });
    await assert.rejects(insertOne({ _id: 'x', a: [1], b: [2] }), { code: 171 });
    assert.equal(await store.collection().countDocuments({}), 0);
  });

  it('lists, refuses other options for the same fields, and drops', async () => {
    await store.collection().createIndex({ a: 1, b: -1 }, { unique: true, sparse: true });
    assert.equal(
      await store.collection().createIndex({ a: 1, b: -1 }, { unique: true, sparse: true }),
      'a_1_b_-1',
    );
    await assert.rejects(store.collection().createIndex({ a: 1, b: -1 }));
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
