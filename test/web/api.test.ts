import assert from 'node:assert/strict';
import request from 'supertest';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';
import { addPatent, PATENT_ID } from '../support/market.ts';

describe('the JSON reads', () => {
  let world: BrowseWorld;
  const references: Record<string, string> = {};
  const get = (path: string, status = 200) =>
    request(world.app).get(path).expect(status).expect('Content-Type', /json/);

  before(async () => {
    world = await openBrowseWorld();
    await addPatent(world, PATENT_ID);
    references.patent = await world.publish('patent', { restrictedDetail: { zh: '晶粒细化剂的配比' } });
    references.achievement = await world.publish('achievement', {
      title: { zh: '耐磨涂层', en: 'Wear-resistant coating' },
    });
    references.anonymous = await world.publish('demand');
    references.silent = await world.publish('demand', {}, { visibility: 'silent' });
    references.never = await world.publish('patent', {}, { publication: 'never' });
  });
  after(() => world.close());

  it('list what is public, with counts', async () => {
    const { body } = await get('/api/v1/listings');
    assert.deepEqual(Object.keys(body).toSorted(), [
      'facets',
      'isExact',
      'items',
      'page',
      'pageSize',
      'total',
    ]);
    assert.deepEqual([body.total, body.page, body.pageSize], [3, 1, 20]);
    assert.deepEqual(
      body.items.map((item: { reference: string }) => item.reference),
      [references.patent, references.achievement, references.anonymous],
    );
    assert.deepEqual(body.facets.kind, { achievement: 1, patent: 1, 'open-licence': 0, demand: 1 });
    assert.deepEqual(body.facets.region, { '21': 3, '2101': 2 });
    assert.equal(body.facets.freshness['90-days'], 3);
  });

  it('narrow by kind, words and facets, and page', async () => {
    const found = async (query: string) =>
      (await get(`/api/v1/listings?${query}`)).body.items.map(
        (item: { reference: string }) => item.reference,
      );
    assert.deepEqual(await found('kind=patent'), [references.patent]);
    assert.deepEqual(await found('q=coating'), [references.achievement]);
    assert.deepEqual(await found('kind=achievement&field=nuclear'), []);
    assert.deepEqual(await found('pageSize=1&page=2'), [references.achievement]);
  });

  it('give an anonymous demand without its owner', async () => {
    const { body, text } = await get(`/api/v1/listings/${references.anonymous}`);
    assert.equal(body.organisation, null);
    assert.deepEqual(body.regionPath, ['21']);
    assert.deepEqual(body.facets['organisation-kind'], []);
    for (const secret of ['连湾', 'Lianwan', '"firm"', '2102']) assert.ok(!text.includes(secret), secret);
  });

  it('give one listing with its patents, and nothing that is not public', async () => {
    const { body, text } = await get(`/api/v1/listings/${references.patent}`);
    assert.equal(body.organisation.name.en, 'Shenzhou Light Alloy Institute');
    assert.equal(body.patents[0].legalStatus, 'valid');
    assert.equal(body.patents[0].registerCheckedOn, '2026-02-20');
    assert.equal(body.url, `http://market.test/listings/${references.patent}`);
    for (const secret of [
      '晶粒细化剂',
      'isNotSecret',
      'revision',
      'history',
      'pending',
      'savedBy',
      'encumbrances',
    ])
      assert.ok(!text.includes(secret), secret);
  });

  const refused: [path: string, status: number, says: string][] = [
    ['listings?colour=red', 400, 'colour'],
    ['listings?kind=organisation', 400, 'kind'],
    ['listings?kind=patent&kind=demand', 400, 'kind'],
    ['listings?pageSize=0', 400, 'pageSize'],
    ['listings?pageSize=101', 400, 'pageSize'],
    ['listings?pageSize=ten', 400, 'pageSize'],
    ['listings?trl=11', 400, 'trl'],
    ['listings?page=1000000000', 404, ''],
    ['listings?page=2', 404, ''],
    ['listings/nonsense', 404, ''],
    ['listings/A-2026-000001X', 404, ''],
  ];
  for (const [path, status, says] of refused) {
    it(`answers ${path} with ${status} and a message`, async () => {
      const { body } = await get(`/api/v1/${path}`, status);
      assert.equal(body.error.status, status);
      assert.ok(body.error.message.length > 5 && body.error.message.includes(says));
    });
  }

  it('know nothing of silent and unpublished listings', async () => {
    await get(`/api/v1/listings/${references.silent}`, 404);
    await get(`/api/v1/listings/${references.never}`, 404);
  });

  it('answer 304 to who has it already, and pages of other sites', async () => {
    const first = await get('/api/v1/listings?kind=patent').expect('Access-Control-Allow-Origin', '*');
    await request(world.app)
      .get('/api/v1/listings?kind=patent')
      .set('If-None-Match', String(first.headers.etag))
      .expect(304);
  });
});
