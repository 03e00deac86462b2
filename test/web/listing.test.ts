import assert from 'node:assert/strict';
import request from 'supertest';
import type { Content, Offer } from '../../models/records.ts';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';
import { addPatent, PASSWORD, PATENT_ID } from '../support/market.ts';
import { readPage } from '../support/page.ts';
import type { Visitor } from '../support/visitor.ts';

const OFFER: Offer = {
  state: 'announced',
  regime: 'statutory',
  filedOn: '2026-01-10',
  receiptNumber: 'R-1',
  announcementNumber: 'G-2026-77',
  announcedOn: '2026-02-02',
  withdrawnOn: null,
  terms: null,
  cause: null,
};

describe('the page of a listing', () => {
  let world: BrowseWorld;
  const open = async (path: string, status = 200) =>
    readPage((await request(world.app).get(path).expect(status)).text, status, path);
  const browsers = new Map<string, Visitor>();
  /** The browser of a person, signed in once for all tests. */
  async function signedIn(person: string): Promise<Visitor> {
    const visitor = browsers.get(person) ?? world.visitor();
    if (!browsers.has(person)) await visitor.signIn(`${person}@market.test`, PASSWORD);
    browsers.set(person, visitor);
    return visitor;
  }

  before(async () => {
    world = await openBrowseWorld();
    await addPatent(world, PATENT_ID);
  });
  after(() => world.close());

  it('shows facts, texts, figures, patents with the register date, terms and the owner', async () => {
    const content: Content = {
      metrics: [{ indicator: '抗拉强度', operator: 'ge', value: 350, unit: 'MPa', method: 'GB/T 228.1' }],
      wanted: { zh: '寻找铝板企业。', en: 'Looking for a plate mill.' },
      cooperation: ['licence-ordinary', 'assignment'],
    };
    const reference = await world.publish('patent', content);
    const page = await open(`/listings/${reference}`);
    assert.equal(page.heading, '低温高强度铝合金');
    for (const told of [
      reference,
      'TRL 6',
      '新材料',
      '抗拉强度',
      '≥ 350 MPa',
      'GB/T 228.1',
      '寻找铝板企业',
      'ZL 2017 1 0601862.3',
      '有效',
      '登记簿核对日期：2026-02-20',
      '2037-07-21',
      '普通许可',
      '转让',
      '面议',
      '中国境内',
      '沈州轻合金研究所',
      '已核验',
      '5 个工作日',
    ]) {
      assert.ok(page.has(told), told);
    }
    assert.equal(page.link('联系发布单位'), `/my/deals/new?listing=${reference}`);
    const english = await open(`/en/listings/${reference}`);
    assert.ok(english.has('Looking for a plate mill') && english.has('Register checked on 2026-02-20'));
    assert.equal(english.$('h1 span').attr('lang'), 'zh-CN');
    assert.match(english.link('Contact the owner'), /^\/en\/my\/deals\/new\?listing=/);
  });

  it('says what is withheld and why, and gives it to those who may read it', async () => {
    const reference = await world.publish('achievement', { restrictedDetail: { zh: '晶粒细化剂的配比' } });
    const page = await open(`/listings/${reference}`);
    assert.ok(!page.html.includes('晶粒细化剂'));
    assert.ok(page.has('仅对合作方开放的内容') && page.has('对方公开身份后可见'));
    const owner = await signedIn('researcher');
    assert.ok((await owner.open(`/listings/${reference}`)).has('晶粒细化剂的配比'));
    assert.equal(owner.page.link('管理这条信息'), `/my/listings/${reference}`);
    const stranger = await signedIn('competitor');
    assert.ok(!(await stranger.open(`/listings/${reference}`)).html.includes('晶粒细化剂'));
    const office = await signedIn('province');
    assert.ok((await office.open(`/listings/${reference}`)).has('晶粒细化剂的配比'));
  });

  it('names the owner of an anonymous demand to its house and the office only', async () => {
    const reference = await world.publish('demand');
    for (const person of [null, 'competitor', 'administrator']) {
      const reader = person === null ? world.visitor() : await signedIn(person);
      const page = await reader.open(`/listings/${reference}`);
      assert.ok(page.has('匿名单位') && page.has('辽宁省'), String(person));
      assert.ok(!page.html.includes('连湾') && !page.html.includes('大连'), String(person));
    }
    for (const person of ['buyer', 'province', 'auditor']) {
      const page = await (await signedIn(person)).open(`/listings/${reference}`);
      assert.ok(page.has('连湾泵业有限公司') && page.has('对外匿名'), person);
    }
  });

  it('keeps a silent demand, a draft and what never was from everybody else', async () => {
    const silent = await world.publish('demand', {}, { visibility: 'silent' });
    const never = await world.publish('achievement', {}, { publication: 'never' });
    const silentWithdrawn = await world.publish(
      'demand',
      {},
      { visibility: 'silent', publication: 'withdrawn' },
    );
    for (const reference of [silent, never, silentWithdrawn, 'A-2026-000001X', 'nonsense', '%7B%7D']) {
      assert.ok(!(await open(`/listings/${reference}`, 404)).html.includes('低温高强度铝合金'));
      assert.equal((await (await signedIn('competitor')).open(`/listings/${reference}`)).status, 404);
    }
    const page = await (await signedIn('buyer')).open(`/listings/${silent}`);
    assert.equal(page.status, 200);
    assert.ok(page.has('静默需求') && !page.has('提交解决方案'));
    const draft = await (await signedIn('researcher')).open(`/listings/${never}`);
    assert.ok(draft.has('目前没有公开'));
  });

  it('tells that a listing was withdrawn without showing it', async () => {
    const reference = await world.publish('achievement', {}, { publication: 'withdrawn' });
    const page = await open(`/listings/${reference}`, 410);
    assert.ok(page.has('已由发布单位撤回') && !page.html.includes('低温高强度铝合金'));
    const suspended = await world.publish('achievement', {}, { publication: 'suspended' });
    assert.ok((await open(`/en/listings/${suspended}`, 404)).has('suspended'));
    const expired = await world.publish('achievement', {}, { publication: 'expired' });
    assert.ok((await open(`/listings/${expired}`)).has('已过有效期'));
  });

  it('calls it an open licence only while announced, with the terms of that day', async () => {
    const terms = {
      paymentMode: 'lump-sum',
      price: { fen: 8_000_000, currency: 'CNY' },
      periodFrom: '2026-03-01',
      periodTo: '2029-02-28',
    };
    const later = { price: { fen: 99_000_000, currency: 'CNY' }, otherTerms: { zh: '后来加的话' } };
    const announced = await world.publish('open-licence', later, { offer: { ...OFFER, terms } });
    const page = await open(`/listings/${announced}`);
    for (const told of ['已公告', '公告号 G-2026-77', '8 万元', '2029-02-28', '发出许可通知'])
      assert.ok(page.has(told), told);
    for (const not of ['99 万元', '后来加的话']) assert.ok(!page.has(not), not);
    const filed = await world.publish(
      'open-licence',
      {},
      { offer: { ...OFFER, state: 'filed', announcementNumber: null, announcedOn: null } },
    );
    const planned = await open(`/listings/${filed}`);
    assert.ok(planned.has('拟开放许可') && planned.has('不构成专利开放许可') && planned.has('联系发布单位'));
    assert.ok(!planned.has('发出许可通知'));
    const ended = await open(
      `/listings/${await world.publish('open-licence', {}, { offer: { ...OFFER, state: 'ended' } })}`,
    );
    assert.ok(ended.has('原开放许可') && !ended.has('发出许可通知'));
  });

  it('is found by its reference however it is typed, under one address', async () => {
    const reference = await world.publish('achievement');
    const typed = reference.toLowerCase();
    await request(world.app)
      .get(`/listings/${typed}`)
      .expect(301)
      .expect('Location', `/listings/${reference}`);
    await request(world.app)
      .get(`/en/listings/${typed}`)
      .expect(301)
      .expect('Location', `/en/listings/${reference}`);
  });

  it('describes itself to search engines with what a visitor reads', async () => {
    const reference = await world.publish('achievement', {
      title: { zh: '</script><script>alert(1)</script>' },
    });
    const page = await open(`/listings/${reference}`);
    const described = JSON.parse(page.$('script[type="application/ld+json"]').text());
    assert.equal(described['@type'], 'Offer');
    assert.equal(described.name, '</script><script>alert(1)</script>');
    assert.equal(page.$('script:not([src]):not([type])').length, 0);
    const demand = await open(`/listings/${await world.publish('demand')}`);
    assert.equal(JSON.parse(demand.$('script[type="application/ld+json"]').text()).seller, undefined);
  });

  it('counts looks by day without persons, and not those of the house', async () => {
    const reference = await world.publish('achievement');
    const { viewCounts } = world.services.browsing;
    for (let look = 0; look < 3; look += 1) await open(`/listings/${reference}`);
    await (await signedIn('researcher')).open(`/listings/${reference}`);
    await request(world.app).head(`/listings/${reference}`).expect(200);
    await viewCounts.flush();
    assert.deepEqual([...(await viewCounts.byDay(reference, 1)).values()], [3]);
    const rows = await world.models.viewCounts.find({ listing: reference }).lean();
    assert.deepEqual(Object.keys(rows[0] ?? {}).toSorted(), ['_id', 'count', 'day', 'listing']);
  });

  it('shows similar listings of the same side, never those that are not public', async () => {
    const keywords = ['搅拌摩擦焊', '轴肩'];
    const first = await world.publish('achievement', { title: { zh: '搅拌摩擦焊头' }, keywords });
    const second = await world.publish('patent', { title: { zh: '焊头的轴肩' }, keywords });
    await world.publish(
      'achievement',
      { title: { zh: '没有发布的焊头' }, keywords },
      { publication: 'never' },
    );
    const page = await open(`/listings/${first}`);
    assert.deepEqual(page.texts('.card .reference'), [second]);
  });
});
