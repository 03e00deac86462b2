import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { describeStores } from './describeStores.ts';

const { Binary, ObjectId } = mongoose.mongo;

describeStores('values', (store) => {
  it('come back as they were stored, in their order', async () => {
    const document = {
      _id: 'x',
      z: 'text with \0 and 钢铁 and \u{1f600}',
      a: [1, -0.5, 2 ** 53 - 1, 1e300, null, true, [[]], {}],
      date: new Date(-1),
      id: new ObjectId('65f000000000000000000001'),
      bytes: new Binary(Buffer.from([0, 1, 255])),
      nested: { 'b.c': 1, $d: 2, 3: 'three', '': 'empty' },
    };
    await store.collection().insertOne(structuredCloneOf(document));
    const found = await store.collection().findOne({});
    assert.deepEqual(found, document);
    assert.deepEqual(Object.keys(found ?? {}), ['_id', 'z', 'a', 'date', 'id', 'bytes', 'nested']);
  });

  it('keeps undefined as null', async () => {
    await store.collection().insertOne({ _id: 'x', a: undefined } as never);
    assert.deepEqual(await store.collection().findOne({}), { _id: 'x', a: null });
  });

  store.itNeeds(['idFirst'], 'moves _id to the front', async () => {
    await store.collection().insertOne({ a: 1, _id: 'x' } as never);
    const found = await store.collection().findOne({});
    assert.deepEqual(Object.keys(found ?? {}), ['_id', 'a']);
  });

  it('makes an ObjectId when there is no _id, and sets it on the given document', async () => {
    const document: { _id?: unknown; a: number } = { a: 1 };
    const { insertedId } = await store.collection().insertOne(document as never);
    assert.equal(String(document._id), String(insertedId));
    assert.ok(insertedId instanceof ObjectId);
  });

  it('takes a field named __proto__ for a field', async () => {
    const content = JSON.parse('{"__proto__": {"isAdmin": true}}');
    await store.collection().insertOne({ _id: 'x', content } as never);
    const found = await store.collection().findOne({});
    assert.equal(({} as { isAdmin?: boolean }).isAdmin, undefined);
    assert.deepEqual(Object.keys(found?.content), ['__proto__']);
    assert.equal(Object.getPrototypeOf(found?.content), Object.prototype);
  });

  it('takes a key of 10,000 characters into an index', async () => {
    await store.collection().createIndex({ a: 1 }, { unique: true });
    const long = '长'.repeat(10_000);
    await store.collection().insertMany([
      { _id: 'x', a: long },
      { _id: 'y', a: `${long}!` },
    ] as never[]);
    assert.equal((await store.collection().findOne({ a: long }))?._id, 'x');
    await assert.rejects(store.collection().insertOne({ a: long }), { code: 11000 });
  });

  it('takes nearly 16 MB and refuses more', async () => {
    await store.collection().insertOne({ _id: 'large', text: 'x'.repeat(15_900_000) } as never);
    await assert.rejects(
      store.collection().insertOne({ _id: 'larger', text: 'x'.repeat(17_000_000) } as never),
    );
    assert.equal((await store.collection().findOne({}))?.text.length, 15_900_000);
    assert.equal(await store.collection().countDocuments({}), 1);
  });

  store.itNeeds(['growthBeyondLimit'], 'lets no change make a document larger than 16 MB', async () => {
    await store.collection().insertOne({ _id: 'large', text: 'x'.repeat(15_900_000) } as never);
    await assert.rejects(store.collection().updateOne({}, { $set: { more: 'x'.repeat(1_000_000) } }));
    assert.deepEqual(Object.keys((await store.collection().findOne({})) ?? {}), ['_id', 'text']);
  });

  it('refuses arrays as _id and operators as fields', async () => {
    await assert.rejects(store.collection().insertOne({ _id: [1] } as never));
    await assert.rejects(store.collection().updateOne({}, { a: 1 } as never));
    await assert.rejects(store.collection().replaceOne({}, { $set: { a: 1 } } as never));
  });

  it('tells distinct values apart', async () => {
    await store.collection().insertMany([{ a: [1, 2] }, { a: 2 }, { a: 'x' }, {}] as never[]);
    assert.deepEqual(await store.collection().distinct('a'), [1, 2, 'x']);
  });
});

/** The driver adds to what it is given; the expectation has to stay as it is. */
function structuredCloneOf<T extends object>(document: T): never {
  return { ...document } as never;
}
