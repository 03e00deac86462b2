import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createRebuild } from '../../server/search/rebuildOnce.ts';
import { driftCount } from '../../server/search/reconcile.ts';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';
import { signedIn } from '../support/signedIn.ts';

describe('a rebuild of the index that cannot write', () => {
  let world: BrowseWorld;
  before(async () => {
    world = await openBrowseWorld();
    await world.publish('achievement', { title: { zh: '铝液除气' } });
    await world.services.reconciler.rebuild();
    await world.publish('achievement', { title: { zh: '压铸气孔' } });
  });
  after(() => world.close());

  it('leaves the old index serving, is told on the desk, and the next one makes it true', async () => {
    const { services } = world;
    const rebuild = createRebuild({ leases: services.stores.leases, reconciler: services.reconciler });
    const other = new DatabaseSync(join(world.directory, 'index.sqlite'));
    other.exec('begin immediate');
    try {
      await assert.rejects(rebuild(), /locked/);
    } finally {
      other.exec('rollback');
      other.close();
    }
    const found = await world.visitor().open('/achievements?q=除气');
    assert.deepEqual(found.texts('.card-title'), ['铝液除气']);
    const administrator = await signedIn(world, 'administrator');
    const page = await administrator.open('/desk/search');
    assert.ok(page.has('上一次重建没有完成') && page.has('locked'), page.text);

    assert.equal(await rebuild(), true);
    for (const index of ['public', 'matching'] as const)
      assert.equal(driftCount(await services.reconciler.drift(index)), 0);
    assert.ok(!(await administrator.open('/desk/search')).has('上一次重建没有完成'));
  });
});
