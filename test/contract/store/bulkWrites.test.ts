import assert from 'node:assert/strict';
import { describeStores } from './describeStores.ts';

describeStores('bulk writes', (store) => {
  const ids = async () =>
    (
      await store
        .collection()
        .find({}, { sort: { _id: 1 } })
        .toArray()
    ).map(({ _id }) => _id);

  it('does all kinds of writes and counts them', async () => {
    await store.collection().insertMany([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
      { _id: 'c', n: 1 },
    ] as never[]);
    const result = await store
      .collection()
      .bulkWrite([
        { insertOne: { document: { _id: 'd', n: 2 } as never } },
        { updateOne: { filter: { _id: 'a' as never }, update: { $set: { n: 5 } } } },
        { updateOne: { filter: { _id: 'e' as never }, update: { $set: { n: 5 } }, upsert: true } },
        { updateMany: { filter: { n: 1 }, update: { $inc: { n: 1 } } } },
        { replaceOne: { filter: { _id: 'b' as never }, replacement: { m: 1 } } },
        { deleteOne: { filter: { _id: 'c' as never } } },
        { deleteMany: { filter: { n: 5 } } },
      ]);
    assert.deepEqual(
      [
        result.insertedCount,
        result.matchedCount,
        result.modifiedCount,
        result.upsertedCount,
        result.deletedCount,
      ],
      [1, 4, 4, 1, 3],
    );
    assert.deepEqual({ ...result.upsertedIds }, { 2: 'e' });
    assert.deepEqual(await ids(), ['b', 'd']);
  });

  it('stops at the first error when ordered', async () => {
    const insert = store.collection().insertMany([{ _id: 'a' }, { _id: 'a' }, { _id: 'b' }] as never[]);
    await assert.rejects(
      insert,
      (error: { name: string; code: number; writeErrors: { index: number; code: number }[] }) => {
        assert.equal(error.name, 'MongoBulkWriteError');
        assert.equal(error.code, 11000);
        assert.deepEqual(
          error.writeErrors.map(({ index, code }) => [index, code]),
          [[1, 11000]],
        );
        return true;
      },
    );
    assert.deepEqual(await ids(), ['a']);
  });

  it('goes on after errors when unordered', async () => {
    const documents = [{ _id: 'a' }, { _id: 'a' }, { _id: 'b' }, { _id: 'b' }, { _id: 'c' }] as never[];
    await assert.rejects(
      store.collection().insertMany(documents, { ordered: false }),
      (error: { writeErrors: { index: number }[] }) => {
        assert.deepEqual(
          error.writeErrors.map(({ index }) => index),
          [1, 3],
        );
        return true;
      },
    );
    assert.deepEqual(await ids(), ['a', 'b', 'c']);
  });

  store.itNeeds(['refusedInserts'], 'counts what was inserted before or beside an error', async () => {
    const insert = (ids: string[], ordered: boolean) =>
      store.collection().insertMany(ids.map((_id) => ({ _id })) as never[], { ordered });
    await assert.rejects(insert(['a', 'a', 'b'], true), { insertedCount: 1 });
    await assert.rejects(insert(['a', 'c', 'd', 'd', 'e'], false), { insertedCount: 3 });
  });

  it('takes many documents and tells their ids', async () => {
    const result = await store
      .collection()
      .insertMany(Array.from({ length: 230 }, (_, n) => ({ _id: `${n}` })) as never[]);
    assert.equal(result.insertedCount, 230);
    assert.equal(String(result.insertedIds[229]), '229');
    assert.equal(await store.collection().countDocuments({}), 230);
  });
});
