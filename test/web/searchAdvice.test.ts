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

describe('advice on a search that gives much', function () {
  this.timeout(60_000);
  let world: BrowseWorld;
  before(async () => {
    world = await openBrowseWorld();
    const subjects = ['轧辊', '叶片', '模具'] as const;
    for (let number = 0; number < 48; number += 1) {
      const subject = subjects[number % 3] ?? '轧辊';
      await world.publish('achievement', {
        title: { zh: `激光熔覆修复${subject}的工艺`, en: `Laser cladding for repair, kind ${number}` },
        keywords: [subject, number % 2 === 0 ? 'wear resistance' : 'corrosion', '激光'],
        field: number % 3 === 1 ? 'aerospace' : 'advanced-manufacturing',
      });
    }
  });
  after(() => world.close());

  const open = (path: string) => world.visitor().open(path);
  const found = (page: Awaited<ReturnType<typeof open>>) => page.text.match(/(\d+) (?:条|result)/)?.[1];

  it('says which word to add and what that gives, and keeps its word', async () => {
    const page = await open('/search?q=激光熔覆');
    assert.ok(page.has('结果较多，可以再加一个词或条件'), page.text);
    assert.ok(!page.has('加上“激光”'), 'what was asked for already is no advice');
    const narrower = await open(page.link('加上“轧辊”：16 条'));
    assert.equal(decodeURIComponent(narrower.address), '/search?q=激光熔覆+轧辊');
    assert.equal(found(narrower), '16');
    assert.ok(!narrower.has('结果较多'));
  });

  it('says which condition to add and what that gives', async () => {
    const page = await open('/search?q=激光熔覆');
    const narrower = await open(page.link('只看“航空航天”：16 条'));
    assert.equal(found(narrower), '16');
  });

  it('says it in English for English words', async () => {
    const page = await open('/en/search?q=laser');
    assert.ok(page.has('Many results: add a word or a condition'), page.text);
    const narrower = await open(page.link('Also “corrosion”: 24'));
    assert.equal(found(narrower), '24');
  });

  it('is silent where nothing was typed and on later pages', async () => {
    assert.ok(!(await open('/search')).has('结果较多'));
    assert.ok(!(await open('/search?q=激光熔覆&page=2')).has('结果较多'));
  });
});
