import assert from 'node:assert/strict';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';
import { signedIn } from '../support/signedIn.ts';
import type { Visitor } from '../support/visitor.ts';

describe('the desk', () => {
  let world: BrowseWorld;
  /** The rows of the table of regions: what each is about, and its sum. */
  const sumsOf = ({ page }: Visitor) =>
    page
      .$('table:has(tfoot) :is(tbody, tfoot) tr')
      .toArray()
      .map((row) => {
        const cells = page.$(row).find('th, td');
        return [cells.first().text(), cells.last().text()];
      });

  before(async () => {
    world = await openBrowseWorld();
    await world.publish('achievement');
    await world.publish('achievement', {}, { publication: 'suspended' });
    await world.publish('achievement', {}, { regionPath: ['21'] });
    await world.publish('achievement', {}, { regionPath: ['21', '2101', '210106'] });
    await world.publish('demand');
    await world.publish('demand', {}, { regionPath: ['37', '3702'] });
  });
  after(() => world.close());

  it('counts listings by region and state, and leads from a region to its parts', async () => {
    const province = await signedIn(world, 'province');
    await province.open('/desk');
    const columns = province.page.texts('table:has(tfoot) thead th');
    assert.deepEqual([columns[0], columns.at(-1)], ['地区', '合计']);
    assert.deepEqual(sumsOf(province), [
      ['沈阳市', '3'],
      ['大连市', '1'],
      ['其他（未注明下级地区）', '1'],
      ['合计', '5'],
    ]);
    await province.follow('沈阳市');
    assert.deepEqual(sumsOf(province), [
      ['铁西区', '1'],
      ['其他（未注明下级地区）', '2'],
      ['合计', '3'],
    ]);
    await province.open('/en/desk');
    assert.equal(sumsOf(province)[0]?.[0], 'Shenyang');
  });

  it('shows everywhere to a supervisor, and to an operator the own regions only', async () => {
    const supervisor = await signedIn(world, 'supervisor');
    await supervisor.open('/desk');
    assert.deepEqual(sumsOf(supervisor), [
      ['辽宁省', '5'],
      ['山东省', '1'],
      ['合计', '6'],
    ]);
    const city = await signedIn(world, 'city');
    assert.equal((await city.open('/desk?region=37')).status, 403);
    assert.equal((await city.open('/desk?region=21')).status, 403);
    assert.equal((await city.open('/desk?region=2101')).status, 200);
    assert.equal((await city.open('/desk?region=nowhere')).status, 400);
  });

  it('is the office’s alone', async () => {
    assert.equal((await (await signedIn(world, 'researcher')).open('/desk')).status, 403);
  });

  it('shows an owner the looks at a listing day by day, and none to tell of before it was public', async () => {
    const reference = await world.publish('achievement');
    for (let look = 0; look < 3; look += 1) await world.visitor().open(`/listings/${reference}`);
    world.clock.set(new Date(world.clock.now().getTime() + 48 * 3_600_000));
    await world.visitor().open(`/listings/${reference}`);
    await world.services.browsing.viewCounts.flush();
    const owner = await signedIn(world, 'researcher');
    await owner.open(`/my/listings/${reference}`);
    assert.ok(owner.page.has('最近 30 天共被浏览 4 次'));
    assert.equal(owner.page.$('svg.views rect').length, 2);
    assert.deepEqual(owner.page.texts('svg.views + details td'), ['3', '1']);
    await owner.open(`/en/my/listings/${reference}`);
    assert.ok(owner.page.has('Looked at 4 times in the last 30 days'));
    const draft = await world.store('achievement', {}, { publication: 'never', publishedAt: null });
    await owner.open(`/my/listings/${draft}`);
    assert.ok(!owner.page.has('近期浏览'));
  });
});
