import assert from 'node:assert/strict';
import { describeStores } from './describeStores.ts';

const DATE = new Date('2026-03-04T05:06:07Z');

describeStores('upserts', (store) => {
  it('inserts what the filter asks for and what the update says', async () => {
    const result = await store
      .collection()
      .updateOne(
        { _id: 'x' as never, kind: 'k', 'a.b': { $eq: 1 }, n: { $gt: 5 } },
        { $set: { s: 1 }, $inc: { n: 2 }, $setOnInsert: { created: DATE }, $push: { list: 'p' } as never },
        { upsert: true },
      );
    assert.deepEqual([result.matchedCount, result.upsertedCount, result.upsertedId], [0, 1, 'x']);
    assert.deepEqual(await store.collection().findOne({}), {
      _id: 'x',
      kind: 'k',
      a: { b: 1 },
      s: 1,
      n: 2,
      created: DATE,
      list: ['p'],
    });
  });

  it('changes what exists and leaves $setOnInsert aside', async () => {
    await store.collection().insertOne({ _id: 'x', n: 1 } as never);
    const update = { $inc: { n: 1 }, $setOnInsert: { created: DATE } };
    const result = await store.collection().updateOne({ _id: 'x' as never }, update, { upsert: true });
    assert.deepEqual([result.matchedCount, result.upsertedCount], [1, 0]);
    assert.deepEqual(await store.collection().findOne({}), { _id: 'x', n: 2 });
  });

  it('makes an _id when the filter has none', async () => {
    const result = await store.collection().updateOne({ a: 1 }, { $set: { b: 2 } }, { upsert: true });
    const found = await store.collection().findOne({ a: 1 });
    assert.equal(String(result.upsertedId), String(found?._id));
    assert.equal(found?.b, 2);
  });

  it('lets one of many counters at once begin and all of them count', async () => {
    const count = () =>
      store
        .collection()
        .findOneAndUpdate(
          { _id: 'A-2026' as never },
          { $inc: { value: 1 } },
          { upsert: true, returnDocument: 'after' },
        );
    await count();
    const values = (await Promise.all(Array.from({ length: 30 }, count))).map((document) =>
      Number(document?.value),
    );
    assert.deepEqual(
      values.sort((a, b) => a - b),
      Array.from({ length: 30 }, (_, n) => n + 2),
    );
  });
});

describeStores('find and modify', (store) => {
  it('returns the document before or after, or null', async () => {
    await store.collection().insertOne({ _id: 'x', n: 1 } as never);
    const change = (filter: object, options: object) =>
      store.collection().findOneAndUpdate(filter, { $inc: { n: 1 } }, options as { upsert: boolean });
    assert.deepEqual(await change({ _id: 'x' }, {}), { _id: 'x', n: 1 });
    assert.deepEqual(await change({ _id: 'x' }, { returnDocument: 'after' }), { _id: 'x', n: 3 });
    assert.equal(await change({ _id: 'y' }, { returnDocument: 'after' }), null);
    assert.equal(await change({ _id: 'y' }, { upsert: true }), null);
    assert.deepEqual(
      await change({ _id: 'z' }, { upsert: true, returnDocument: 'after', projection: { n: 1, _id: 0 } }),
      { n: 1 },
    );
  });

  it('gives a piece of work to one of many that ask at once, the oldest first', async () => {
    await store.collection().createIndex({ state: 1, at: 1 });
    await store
      .collection()
      .insertMany([3, 1, 2].map((at) => ({ _id: `w${at}`, state: 'open', at })) as never[]);
    const take = () =>
      store
        .collection()
        .findOneAndUpdate(
          { state: 'open' },
          { $set: { state: 'taken' } },
          { sort: { at: 1 }, returnDocument: 'after' },
        );
    const taken = await Promise.all([take(), take(), take(), take()]);
    assert.deepEqual(taken.map((document) => String(document?._id ?? '-')).sort(), ['-', 'w1', 'w2', 'w3']);
    await store.collection().updateMany({}, { $set: { state: 'open' } });
    assert.equal((await take())?._id, 'w1');
  });

  it('lets a guarded change through once', async () => {
    await store.collection().insertOne({ _id: 'x', revision: 1, history: [] } as never);
    const change = (who: string) =>
      store
        .collection()
        .findOneAndUpdate(
          { _id: 'x' as never, revision: 1 },
          { $inc: { revision: 1 }, $push: { history: { $each: [who], $slice: -200 } } as never },
          { returnDocument: 'after' },
        );
    const results = await Promise.all(['a', 'b', 'c'].map(change));
    assert.equal(results.filter((result) => result !== null).length, 1);
    assert.equal((await store.collection().findOne({}))?.revision, 2);
  });

  it('replaces and deletes', async () => {
    await store.collection().insertMany([
      { _id: 'x', n: 1 },
      { _id: 'y', n: 2 },
    ] as never[]);
    assert.deepEqual(
      await store.collection().findOneAndReplace({ n: 1 }, { m: 1 }, { returnDocument: 'after' }),
      { _id: 'x', m: 1 },
    );
    assert.deepEqual(await store.collection().findOneAndDelete({}, { sort: { _id: -1 } }), {
      _id: 'y',
      n: 2,
    });
    assert.equal(await store.collection().findOneAndDelete({ n: 2 }), null);
  });
});
