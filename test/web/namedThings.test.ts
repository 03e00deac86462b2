import assert from 'node:assert/strict';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';

describe('what the words of a search name', function () {
  this.timeout(30_000);
  let world: BrowseWorld;
  let reference = '';
  before(async () => {
    world = await openBrowseWorld();
    reference = await world.publish('achievement', {
      title: { zh: '激光熔覆修复叶片', en: 'Laser cladding of blades' },
      field: 'aerospace',
    });
    await world.publish('achievement', { title: { zh: '航空航天用密封圈' }, field: 'new-materials' });
    await world.publish('demand', { title: { zh: '寻求叶片修复' } });
  });
  after(() => world.close());

  const open = (path: string) => world.visitor().open(path);

  it('leads to a field, with as many results as it says, the other words kept', async () => {
    const page = await open('/search?q=航空航天 激光');
    const there = await open(page.link('技术领域：航空航天（1 条）'));
    assert.equal(decodeURIComponent(there.address), '/search?q=激光&field=aerospace');
    assert.equal(there.texts('.card .reference').length, 1);
    assert.equal(
      (await open('/en/search?q=aerospace')).link('Technology field: Aerospace (1)').length > 0,
      true,
    );
  });

  it('does not name what leads nowhere, nor what is chosen already', async () => {
    assert.ok(!(await open('/search?q=核应用')).has('技术领域：核应用'));
    assert.ok(!(await open('/search?q=航空航天&field=aerospace')).has('技术领域：航空航天（'));
  });

  it('leads to a listing by its reference', async () => {
    const page = await open(`/search?q=${reference.toLowerCase()}`);
    const there = await open(page.link('条目：激光熔覆修复叶片'));
    assert.equal(there.heading, '激光熔覆修复叶片');
  });

  it('leads to the organisation of what was found, never to the one behind an anonymous demand', async () => {
    const organisation = await world.services.stores.organisations.get('institute');
    const name = organisation.name.zh ?? '';
    const page = await open(`/search?q=${name}`);
    assert.equal((await open(page.link(`单位：${name}`))).heading, name);
    const firm = await world.services.stores.organisations.get('firm');
    assert.ok(!(await open(`/search?q=${firm.name.zh}`)).has('单位：'));
  });
});
