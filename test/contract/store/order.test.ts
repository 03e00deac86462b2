import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { describeStores } from './describeStores.ts';

/** In the order MongoDB gives to values of all types. */
const ASCENDING = [
  { _id: 'a', v: [] },
  { _id: 'b', v: null },
  { _id: 'c', v: -2 },
  { _id: 'd', v: 0.5 },
  { _id: 'e', v: 10 },
  { _id: 'f', v: 'Z' },
  { _id: 'g', v: 'a' },
  { _id: 'h', v: 'ab' },
  { _id: 'i', v: '\uffee' },
  { _id: 'j', v: '\u{1f600}' },
  { _id: 'k', v: { x: 1 } },
  { _id: 'l', v: { x: 'a' } },
  { _id: 'm', v: new mongoose.mongo.ObjectId('65f000000000000000000001') },
  { _id: 'n', v: false },
  { _id: 'o', v: true },
  { _id: 'p', v: new Date(0) },
];

describeStores('order', (store) => {
  const ids = async (sort: Record<string, 1 | -1>, filter = {}, options = {}) => {
    const documents = await store
      .collection()
      .find(filter, { sort, ...options })
      .toArray();
    return documents.map(({ _id }) => String(_id)).join('');
  };
  const shuffled = (documents: object[]) =>
    documents.map((_, at) => documents[(at * 7) % documents.length]) as never[];

  for (const index of [null, { v: 1 }, { v: -1 }] as (null | Record<string, 1 | -1>)[]) {
    it(`goes by type, then by value, with the index ${JSON.stringify(index)}`, async () => {
      if (index) await store.collection().createIndex(index);
      await store.collection().insertMany(shuffled(ASCENDING).filter(({ _id }) => _id !== 'j'));
      assert.equal(await ids({ v: 1, _id: 1 }), 'abcdefghiklmnop');
      assert.equal(await ids({ v: -1, _id: -1 }), 'ponmlkihgfedcba');
    });

    store.itNeeds(['orderOfBytes'], `goes by bytes, with the index ${JSON.stringify(index)}`, async () => {
      if (index) await store.collection().createIndex(index);
      await store.collection().insertMany(shuffled(ASCENDING));
      assert.equal(await ids({ v: 1, _id: 1 }), 'abcdefghijklmnop');
      assert.equal(await ids({ v: -1, _id: -1 }), 'ponmlkjihgfedcba');
    });
  }

  it('counts missing as null and takes the least or greatest element of an array', async () => {
    await store
      .collection()
      .insertMany([
        { _id: 'a', v: [3, 9] },
        { _id: 'b', v: 4 },
        { _id: 'c' },
        { _id: 'd', v: [1, 20] },
      ] as never[]);
    assert.equal(await ids({ v: 1 }), 'cdab');
    assert.equal(await ids({ v: -1 }), 'dabc');
  });

  it('sorts by several fields in both directions, with and without an index', async () => {
    const rows = [
      { _id: 'a', x: 1, y: 1 },
      { _id: 'b', x: 1, y: 2 },
      { _id: 'c', x: 2, y: 1 },
      { _id: 'd', x: 2, y: 2 },
    ] as never[];
    await store.collection().insertMany(rows);
    const all = async () => [
      await ids({ x: 1, y: -1 }),
      await ids({ x: -1, y: 1 }),
      await ids({ y: 1, x: -1 }),
    ];
    const expected = ['badc', 'cdab', 'cadb'];
    assert.deepEqual(await all(), expected);
    await store.collection().createIndex({ x: 1, y: -1 });
    assert.deepEqual(await all(), expected);
  });

  it('skips and limits', async () => {
    await store.collection().insertMany(shuffled(ASCENDING));
    assert.equal(await ids({ _id: 1 }, {}, { skip: 2, limit: 3 }), 'cde');
    assert.equal(await ids({ _id: -1 }, {}, { limit: 2 }), 'po');
    assert.equal(await ids({ _id: 1 }, {}, { skip: 15 }), 'p');
    assert.equal(await ids({ _id: 1 }, {}, { skip: 16 }), '');
    assert.equal(await store.collection().countDocuments({}, { skip: 10 }), 6);
  });

  it('pages by key through equal values without a gap or a repeat', async () => {
    await store.collection().createIndex({ at: -1, _id: -1 });
    await store
      .collection()
      .insertMany([1, 2, 2, 2, 3, 3].map((at, id) => ({ _id: `${id}`, at })) as never[]);
    const pages: string[] = [];
    let after: { at: unknown; _id: unknown } | null = null;
    do {
      const filter: object = after
        ? { $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: after._id } }] }
        : {};
      const page = await store
        .collection()
        .find(filter, { sort: { at: -1, _id: -1 }, limit: 2 })
        .toArray();
      pages.push(page.map(({ _id }) => String(_id)).join(''));
      after = (page.at(-1) as { at: unknown; _id: unknown } | undefined) ?? null;
    } while (after);
    assert.deepEqual(pages, ['54', '32', '10', '']);
  });

  it('keeps or leaves out fields', async () => {
    await store
      .collection()
      .insertOne({ _id: 'a', x: 1, y: { p: 1, q: 2 }, z: [{ p: 1, q: 2 }, 5] } as never);
    const shown = (projection: object) => store.collection().findOne({}, { projection });
    assert.deepEqual(await shown({ x: 1 }), { _id: 'a', x: 1 });
    assert.deepEqual(await shown({ _id: 0, 'y.p': 1 }), { y: { p: 1 } });
    assert.deepEqual(await shown({ 'z.p': 1, _id: 0 }), { z: [{ p: 1 }] });
    assert.deepEqual(await shown({ x: 0, 'y.q': 0, 'z.q': 0 }), { _id: 'a', y: { p: 1 }, z: [{ p: 1 }, 5] });
    assert.deepEqual(await shown({ _id: 0 }), { x: 1, y: { p: 1, q: 2 }, z: [{ p: 1, q: 2 }, 5] });
    await assert.rejects(shown({ x: 1, y: 0 }));
  });
});

describeStores('cursors', (store) => {
  const fill = (count: number) =>
    store
      .collection()
      .insertMany(
        Array.from({ length: count }, (_, n) => ({ _id: String(n).padStart(4, '0'), n })) as never[],
      );

  it('gives one after the other, then null', async () => {
    await fill(3);
    const cursor = store.collection().find({}, { sort: { _id: 1 } });
    assert.equal((await cursor.next())?.n, 0);
    assert.equal((await cursor.next())?.n, 1);
    assert.equal((await cursor.next())?.n, 2);
    assert.equal(await cursor.next(), null);
    await cursor.close();
  });

  it('can be rewound, left early and configured by its methods', async () => {
    await fill(5);
    const cursor = store.collection().find({}).sort({ n: -1 }).skip(1).limit(2);
    assert.deepEqual(
      (await cursor.toArray()).map(({ n }) => n),
      [3, 2],
    );
    cursor.rewind();
    assert.equal((await cursor.next())?.n, 3);
    for await (const { n } of store.collection().find({}).sort({ n: 1 })) {
      assert.equal(n, 0);
      break;
    }
  });

  it('meets each document once while all of them are changed', async () => {
    await store.collection().createIndex({ n: 1 });
    await fill(300);
    const seen: unknown[] = [];
    for await (const { _id } of store.collection().find({}, { sort: { _id: 1 } })) {
      seen.push(_id);
      await store.collection().updateOne({ _id }, { $inc: { n: 1000 } });
    }
    assert.equal(seen.length, 300);
    assert.equal(new Set(seen).size, 300);
    assert.equal(await store.collection().countDocuments({ n: { $gte: 1000 } }), 300);
  });
});
