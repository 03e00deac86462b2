import assert from 'node:assert/strict';
import request from 'supertest';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';
import { readPage } from '../support/page.ts';

describe('the home page', () => {
  let world: BrowseWorld;
  const open = async (path = '/') =>
    readPage((await request(world.app).get(path).expect(200)).text, 200, path);
  before(async () => {
    world = await openBrowseWorld();
  });
  after(() => world.close());

  it('stands on an empty market without inventing figures', async () => {
    const page = await open();
    assert.deepEqual(
      page.texts('.key-figure-value').map((value) => value.replace(/\s/g, '')),
      ['0', '0', '3', '0', '–'],
    );
    assert.ok(page.has('还没有公开的需求'));
  });

  it('counts what everybody may see, each figure with its definition', async () => {
    const offer = (state: 'announced' | 'withdrawing' | 'filed') => ({
      offer: {
        state,
        regime: 'statutory' as const,
        filedOn: null,
        receiptNumber: null,
        announcementNumber: '1',
        announcedOn: '2026-02-01',
        withdrawnOn: null,
        terms: null,
        cause: null,
      },
    });
    await world.publish('achievement');
    await world.publish('achievement', {}, { confirmedAt: new Date('2025-01-01T00:00:00Z') });
    await world.publish('open-licence', {}, offer('announced'));
    await world.publish('open-licence', {}, offer('withdrawing'));
    await world.publish('open-licence', {}, offer('filed'));
    await world.publish('demand', { title: { zh: '公开可见的匿名需求' } });
    await world.publish('demand', { title: { zh: '静默的需求' } }, { visibility: 'silent' });
    await world.publish('achievement', { title: { zh: '没写完的成果' } }, { publication: 'never' });
    const page = await open();
    assert.deepEqual(
      page.texts('.key-figure-value').map((value) => value.replace(/\s/g, '')),
      ['5', '1', '3', '2', '83%'],
    );
    assert.equal(page.$('.key-figure-definition').length, 5);
    assert.ok(page.has('公开可见的匿名需求'));
    assert.ok(!page.text.includes('静默的需求') && !page.text.includes('没写完的成果'));
    assert.match(page.$('.fields a[href*=new-materials]').text(), /新材料及其应用\s*6/);
  });

  it('has one search box over everything and three doors', async () => {
    const page = await open('/en');
    const form = page.form('main form[role=search]');
    assert.equal(form.action, '/en/search');
    assert.deepEqual([...form.names], ['q']);
    assert.equal(page.texts('.door').length, 3);
    assert.equal(page.language, 'en');
  });
});

describe('the market without its search', () => {
  let world: BrowseWorld;
  const open = async (path: string, status = 200) =>
    readPage((await request(world.app).get(path).expect(status)).text, status, path);
  before(async () => {
    // Nothing listens there, so every search ends as it does when the engine is down.
    world = await openBrowseWorld({ variables: { MEILI_HOST: 'http://127.0.0.1:9' } });
    await world.store('achievement', { title: { zh: '仍然可见的成果' } });
    await world.store('demand', { title: { zh: '仍然可见的需求' } });
    await world.store('demand', { title: { zh: '静默的需求' } }, { visibility: 'silent' });
    await world.store('achievement', { title: { zh: '撤回的成果' } }, { publication: 'withdrawn' });
  });
  after(() => world.close());

  it('shows the home page with the newest and says that nothing is counted', async () => {
    const page = await open('/');
    assert.ok(page.has('仍然可见的成果') && page.has('仍然可见的需求'));
    assert.equal(page.texts('.key-figure').length, 0);
    assert.match(page.html, /搜索服务暂时不可用/);
  });

  it('browses from the store by kind, with a banner, without counts', async () => {
    const page = await open('/demands');
    assert.deepEqual(page.texts('.card-title'), ['仍然可见的需求']);
    assert.equal(page.texts('.facet').length, 0);
    assert.match(page.html, /搜索服务暂时不可用/);
    assert.deepEqual((await open('/search')).texts('.card-title').toSorted(), [
      '仍然可见的成果',
      '仍然可见的需求',
    ]);
  });

  it('says among how many the words and conditions were looked for', async () => {
    const page = await open(`/achievements?q=${encodeURIComponent('没有的词')}&trl=9`);
    assert.ok(page.has('只查看了最新的 200 条'));
    assert.equal(page.texts('.card').length, 0);
    assert.equal(page.texts('.chip').length, 2);
    await open('/achievements?page=2', 404);
    await open('/achievements?colour=red', 400);
  });

  it('answers listings and the JSON reads', async () => {
    const response = await request(world.app).get('/api/v1/listings?kind=demand').expect(200);
    assert.equal(response.body.total, null);
    assert.equal(response.body.items.length, 1);
    const page = await open(`/listings/${response.body.items[0].reference}`);
    assert.equal(page.heading, '仍然可见的需求');
  });
});

describe('the limit on searching', () => {
  it('holds for words and leaves browsing alone', async () => {
    const world = await openBrowseWorld({ limits: { search: { points: 2, seconds: 600 } } });
    try {
      const get = (path: string) => request(world.app).get(path);
      for (let turn = 0; turn < 2; turn += 1) await get('/search?q=a').expect(200);
      await get('/search?q=a').expect(429).expect('Retry-After', /^\d+$/);
      for (let turn = 0; turn < 4; turn += 1) await get('/achievements').expect(200);
    } finally {
      await world.close();
    }
  });
});
