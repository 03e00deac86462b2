import assert from 'node:assert/strict';
import { openStoreForTest } from '../../unit/embedded/openStoreForTest.ts';
import { type DifferenceName, differencesOf, SERVER_DIFFERENCES } from './serverDifferences.ts';

describe('differences of servers from MongoDB', () => {
  it('are none on the embedded store, so that no test is ever pending there', async () => {
    const store = await openStoreForTest();
    try {
      const names = Object.keys(SERVER_DIFFERENCES) as DifferenceName[];
      assert.deepEqual(await differencesOf(store.connection, names), []);
    } finally {
      await store.close();
    }
  });
});
