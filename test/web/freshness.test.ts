import assert from 'node:assert/strict';
import { FRESHNESS_RULES } from '../../server/listings/freshnessRules.ts';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';

const DAY_MS = 86_400_000;

describe('a listing its owner does not confirm', function () {
  this.timeout(30_000);
  let world: BrowseWorld;
  before(async () => {
    world = await openBrowseWorld();
  });
  after(() => world.close());

  it('ranks after those confirmed, but not behind what says less, and its own number still finds it first', async () => {
    const ago = (days: number) => ({ confirmedAt: new Date(world.clock.now().getTime() - days * DAY_MS) });
    const long = { zh: '工件表面处理时先清洗，再用激光熔覆修复，最后打磨。' };
    const stale = await world.publish('achievement', { title: { zh: '激光熔覆修复' } }, ago(181));
    const fresh = await world.publish(
      'achievement',
      { title: { zh: '轴类零件再制造' }, solution: long },
      ago(179),
    );
    const partly = await world.publish('achievement', { title: { zh: '激光熔覆' }, solution: {} }, ago(1));
    const found = async (text: string) =>
      (await world.visitor().open(`/search?q=${text}`)).texts('.card .reference');
    assert.deepEqual(
      (await found('激光熔覆修复')).filter((one) => one !== partly),
      [fresh, stale],
    );
    assert.ok((await found('激光熔覆修复')).indexOf(partly) !== 0);
    assert.equal((await found(stale))[0], stale);
  });

  it('is told so by one table', () => {
    assert.deepEqual(
      FRESHNESS_RULES.map(({ afterDays, effect }) => [afterDays, effect]),
      [
        [90, 'not-counted'],
        [180, 'ranks-behind'],
        [365, 'expires'],
      ],
    );
  });
});
