import assert from 'node:assert/strict';
import { changeMarkOf, closeConnection, openConnection } from '../../../models/connection.ts';
import { openStoreForTest } from './openStoreForTest.ts';

describe('the mark of the last change', () => {
  it('is another one after every write of this process or another, and no other one without', async () => {
    const store = await openStoreForTest();
    const other = await openConnection({ dataDirectory: store.directory });
    const mark = changeMarkOf(store.connection);
    const marks = [mark()];
    const note = () => {
      assert.equal(mark(), mark());
      assert.ok(!marks.includes(mark()), `${mark()} was there before`);
      marks.push(mark());
    };
    await store.collection().insertOne({ _id: 'a' as never, n: 1 });
    note();
    await store.collection().updateOne({ _id: 'a' as never }, { $inc: { n: 1 } });
    note();
    await store.collection().findOne({ n: 2 });
    assert.equal(mark(), marks.at(-1), 'reading is no change');
    await other.collection('things').updateOne({ _id: 'a' as never }, { $inc: { n: 1 } });
    note();
    await store.collection().deleteMany({});
    note();
    await closeConnection(other);
    await store.close();
  });
});
