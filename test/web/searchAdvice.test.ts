import assert from 'node:assert/strict';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';

describe('advice on a search that gives little', function () {
  this.timeout(30_000);
  let world: BrowseWorld;
  before(async () => {
    world = await openBrowseWorld();
    for (const [title, field] of [
      ['激光熔覆修复轴类零件', 'advanced-manufacturing'],
      ['激光熔覆修复轧辊', 'advanced-manufacturing'],
      ['激光熔覆修复叶片', 'aerospace'],
    ] as const)
      await world.publish('achievement', { title: { zh: title }, field });
    await world.publish('achievement', { title: { en: 'Friction stir welding of plates' } });
  });
  after(() => world.close());

  const open = (path: string) => world.visitor().open(path);

  it('says which condition to drop and what that gives, and keeps its word', async () => {
    const page = await open('/search?q=激光熔覆修复&field=aerospace');
    assert.equal(page.texts('.card .reference').length, 1);
    const wider = await open(page.link('去掉条件“航空航天”：3 条'));
    assert.equal(wider.texts('.card .reference').length, 3);
    assert.equal(decodeURIComponent(wider.address), '/search?q=激光熔覆修复');
  });

  it('says which word to drop', async () => {
    const page = await open('/search?q=激光熔覆修复 -零件');
    assert.ok(page.has('去掉“-零件”：3 条'), page.text);
    assert.ok(!page.has('去掉“激光熔覆修复”'), 'exclusions alone ask for nothing');
  });

  it('says it in the other language, from an empty list too', async () => {
    const page = await open('/en/search?q=搅拌摩擦焊');
    assert.equal(page.texts('.card .reference').length, 0);
    const found = await open(page.link('“friction stir welding” instead of “搅拌摩擦焊”: 1'));
    assert.equal(found.texts('.card .reference').length, 1);
    assert.equal(found.language, 'en');
  });

  it('is silent where there is much, and where nothing was asked', async () => {
    assert.ok(!(await open('/search')).has('改一下条件'));
    assert.ok(!(await open('/achievements')).has('改一下条件'));
  });

  it('is told when another word was searched for', async () => {
    assert.ok((await open('/en/search?q=frictoin')).has('these are results for “friction” instead'));
  });
});
