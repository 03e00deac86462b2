import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { alignIndexes, planIndexes } from '../../../models/alignIndexes.ts';
import { schemaOptions } from '../../../models/change.ts';
import { describeStores } from './describeStores.ts';

describeStores('indexes brought to what a schema declares', (store) => {
  const things = () => store.collection('things');
  function models(
    ...indexes: [Record<string, 1 | -1>, { unique?: boolean; sparse?: boolean; name?: string }?][]
  ) {
    const fields = { _id: String, a: String, b: String, tags: [String] };
    const schema = new mongoose.Schema(fields, { ...schemaOptions, collection: 'things' });
    for (const [keys, options = {}] of indexes) schema.index(keys, options);
    return { things: store.connection().model('thing', schema) };
  }
  const insert = (...documents: object[]) => things().insertMany(documents as never[]);
  async function listed(): Promise<object[]> {
    const indexes = await things().listIndexes().toArray();
    return indexes
      .filter(({ name }) => name !== '_id_')
      .map(({ name, unique, sparse, unfinished }) => ({ name, unique, sparse, unfinished }))
      .sort((one, other) => (String(one.name) < String(other.name) ? -1 : 1));
  }
  const index = (name: string, options: { unique?: true; sparse?: true } = {}) => ({
    name,
    unique: options.unique,
    sparse: options.sparse,
    unfinished: undefined,
  });

  it('are built with the collection when there is nothing yet, and then left alone', async () => {
    const declared = models([{ a: 1 }, { unique: true }], [{ tags: 1, b: -1 }]);
    assert.equal((await planIndexes(declared)).isDone, false);
    assert.deepEqual(
      (await alignIndexes(declared)).map(({ kind, name }) => `${kind} ${name}`),
      ['build a_1', 'build tags_1_b_-1'],
    );
    assert.deepEqual(await listed(), [index('a_1', { unique: true }), index('tags_1_b_-1')]);
    assert.deepEqual(await planIndexes(declared), { changes: [], isDone: true });
    assert.deepEqual(await alignIndexes(declared), []);
  });

  store.itNeeds(['missingCollection'], 'are not listed before the collection is there', async () => {
    const declared = models([{ a: 1 }]);
    await planIndexes(declared);
    await assert.rejects(things().listIndexes().toArray(), { codeName: 'NamespaceNotFound' });
  });

  it('are made for a schema that declares none, too', async () => {
    const declared = models();
    assert.equal((await planIndexes(declared)).isDone, false);
    await alignIndexes(declared);
    assert.deepEqual(await planIndexes(declared), { changes: [], isDone: true });
  });

  it('are exchanged where options, keys or both differ, and dropped where no schema knows them', async () => {
    await insert({ _id: '1', a: 'x', b: 'p' }, { _id: '2', a: 'y', b: 'q' }, { _id: '3', b: 'r' });
    await things().createIndex({ a: 1 });
    await things().createIndex({ b: 1 }, { name: 'tags_1' });
    await things().createIndex({ a: -1, b: 1 }, { name: 'forgotten' });
    await things().createIndex({ b: -1 }, { name: 'as it is' });
    const declared = models([{ a: 1 }, { unique: true, sparse: true }], [{ tags: 1 }], [{ b: -1 }]);
    const planned = await planIndexes(declared);
    assert.deepEqual(
      planned.changes.map(({ kind, collection, name }) => `${kind} ${collection}.${name}`),
      ['replace things.a_1', 'replace things.tags_1', 'drop things.forgotten'],
    );
    assert.deepEqual(await alignIndexes(declared), planned.changes);
    assert.deepEqual(await listed(), [
      index('a_1', { unique: true, sparse: true }),
      index('as it is'),
      index('tags_1'),
    ]);
    await assert.rejects(insert({ _id: '4', a: 'x' }), { code: 11000 });
    assert.deepEqual(await things().findOne({ tags: null, a: 'y' } as never), { _id: '2', a: 'y', b: 'q' });
    assert.deepEqual(await alignIndexes(declared), []);
  });

  store.itNeeds(['duplicateKeyFields'], 'name the documents that break a unique one', async () => {
    await insert({ _id: '1', a: 'x' }, { _id: '2', a: 'x' }, { _id: '3', a: 'y' });
    await assert.rejects(
      alignIndexes(models([{ a: 1 }, { unique: true }])),
      /several documents have the same\. These have \{"a":"x"\}: 1, 2\. No document was changed/,
    );
  });

  it('stay as they were where the data break a unique one, and the message says what to do', async () => {
    await insert({ _id: '1', a: 'x' }, { _id: '2', a: 'x' }, { _id: '3', a: 'y' });
    await things().createIndex({ a: 1 });
    await things().createIndex({ b: 1 }, { name: 'forgotten' });
    const declared = models([{ a: 1 }, { unique: true }], [{ tags: 1 }]);
    await assert.rejects(
      alignIndexes(declared),
      /index a_1 of the collection things.*several documents have the same.*No document was changed.*give all but one/,
    );
    assert.deepEqual(await listed(), [index('a_1'), index('forgotten'), index('tags_1')]);
    assert.equal(await things().countDocuments({}), 3);
    await things().updateOne({ _id: '2' as never }, { $set: { a: 'z' } });
    assert.deepEqual(
      (await alignIndexes(declared)).map(({ kind, name }) => `${kind} ${name}`),
      ['replace a_1', 'drop forgotten'],
    );
    assert.deepEqual(await listed(), [index('a_1', { unique: true }), index('tags_1')]);
  });

  store.itNeeds(['parallelArrays'], 'say so where the data cannot be indexed at all', async () => {
    await insert({ _id: '1', a: ['x', 'y'], tags: ['p', 'q'] });
    await assert.rejects(
      alignIndexes(models([{ a: 1, tags: 1 }])),
      /index a_1_tags_1 of the collection things cannot be built: .*parallel arrays/,
    );
    assert.deepEqual(await listed(), []);
  });
});
