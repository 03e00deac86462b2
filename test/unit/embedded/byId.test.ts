import assert from 'node:assert/strict';
import { closeConnection, openConnection } from '../../../models/connection.ts';
import { openStoreForTest } from './openStoreForTest.ts';

const a = { _id: 'a' as never };

describe('reading one document by its id', () => {
  it('looks at that row alone', async () => {
    const store = await openStoreForTest();
    await store.collection().insertMany([
      { ...a, n: 1 },
      { _id: 'b' as never, n: 2 },
    ] as never[]);
    assert.deepEqual(await store.collection().findOne(a), { _id: 'a', n: 1 });
    assert.deepEqual(store.lastReport(), {
      collection: 'things',
      operation: 'findOne',
      index: '_id_',
      seen: 1,
      returned: 1,
    });
    assert.equal(await store.collection().findOne({ _id: 'c' as never }), null);
    assert.equal(store.lastReport()?.seen, 0);
    await store.close();
  });

  it('finds what another process wrote into a collection made, dropped or made again since', async () => {
    const store = await openStoreForTest();
    const other = await openConnection({ dataDirectory: store.directory });
    const [here, there] = [store.collection(), other.collection('things')];
    assert.equal(await here.findOne(a), null);
    await there.insertOne({ ...a, n: 1 });
    assert.deepEqual(await here.findOne(a), { _id: 'a', n: 1 });
    await there.drop();
    assert.equal(await here.findOne(a), null);
    await there.insertOne({ ...a, n: 2 });
    assert.deepEqual(await here.findOne(a), { _id: 'a', n: 2 });
    await there.drop();
    await there.insertOne({ ...a, n: 3 });
    assert.deepEqual(await here.findOne(a, { projection: { n: 1, _id: 0 } }), { n: 3 });
    await closeConnection(other);
    await store.close();
  });
});
