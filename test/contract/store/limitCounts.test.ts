import assert from 'node:assert/strict';
import { createModels } from '../../../models/createModels.ts';
import { createCleanTokensAndSessions } from '../../../server/jobs/cleanTokensAndSessions.ts';
import { createLimitCountStore } from '../../../server/web/limitCountStore.ts';
import { manualClock } from '../../support/manualClock.ts';
import { describeStores } from './describeStores.ts';

describeStores('counts of limits', (store) => {
  it('count all that come at once, by key and stretch of time, and go when they are over', async () => {
    const models = createModels(store.connection());
    const clock = manualClock();
    const [one, other] = [createLimitCountStore(models, clock), createLimitCountStore(models, clock)];
    const counted = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).count('a', 60)),
    );
    const told = counted.map(({ count }) => count).sort((a, b) => a - b);
    // A server may tell a count that another one has raised meanwhile, but none that is too low.
    assert.deepEqual(
      told.filter((count, n) => count < n + 1 || count > 20),
      [],
    );
    assert.equal(told.at(-1), 20);
    assert.equal((await one.count('a', 60)).count, 21);
    assert.equal((await one.count('b', 60)).count, 1);
    const clean = createCleanTokensAndSessions({ models, clock });
    assert.deepEqual(await clean.run(), { tokens: 0, sessions: 0, limitCounts: 0 });
    clock.pass(60_000);
    assert.equal((await one.count('a', 60)).count, 1);
    clock.pass(1);
    assert.deepEqual(await clean.run(), { tokens: 0, sessions: 0, limitCounts: 2 });
    assert.equal((await one.count('a', 60)).count, 2);
  });
});
