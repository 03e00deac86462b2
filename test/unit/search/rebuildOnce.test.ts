import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { createLeaseStore } from '../../../server/relay/leaseStore.ts';
import { createRebuild } from '../../../server/search/rebuildOnce.ts';
import { manualClock } from '../../support/manualClock.ts';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporaryStore.ts';

describe('a rebuild that was asked for', () => {
  const clock = manualClock();
  let store: TemporaryStore;
  before(async () => {
    store = await openTemporaryStore();
  });
  afterEach(() => mock.timers.reset());
  after(() => store.close());

  const leasesOf = (holder: string) => createLeaseStore({ leases: store.models.leases, clock, holder });
  const rebuildBy = (holder: string, work: () => Promise<{ public: number; matching: number }>) =>
    createRebuild({ leases: leasesOf(holder), reconciler: { rebuild: work } });
  const done = async () => ({ public: 0, matching: 0 });

  it('leaves alone what another process is at, until a minute after that died', async () => {
    const started = Promise.withResolvers<void>();
    mock.timers.enable({ apis: ['setInterval'] });
    void rebuildBy('dead', () => {
      started.resolve();
      return new Promise(() => {});
    })();
    await started.promise;
    assert.equal(await rebuildBy('alive', done)(), false);
    assert.equal((await leasesOf('alive').find('rebuild'))?.lastRunAt, null);
    assert.equal(await rebuildBy('alive', done)(), false, 'nothing was released either');
    clock.pass(60_000);
    assert.equal(await rebuildBy('alive', done)(), true);
    assert.deepEqual((await leasesOf('alive').find('rebuild'))?.lastRunAt, clock.now());
  });
});
