import assert from 'node:assert/strict';
import { startApp, type TestApp } from '../support/app.ts';
import { addPatent, PATENT_ID, prepareMarket } from '../support/market.ts';
import { signedIn } from '../support/signedIn.ts';
import type { Visitor } from '../support/visitor.ts';

const FORM = '.form-main form.form';
const SUBJECT = {
  'title.zh': '泵体压铸件打压漏气',
  'summary.zh': '泵壳打压漏气率约 8%，希望降到 2% 以下。',
  demandType: 'problem-solving',
  field: 'advanced-manufacturing',
  industry: ['34'],
};
const FIGURE = {
  'metrics.0.indicator': '漏气率',
  'metrics.0.operator': 'le',
  'metrics.0.value': '2',
  'metrics.0.unit': '%',
};

let app: TestApp;

before(async () => {
  app = await startApp();
  await prepareMarket(app);
});
after(() => app.close());

/** The reference in the address of the page. */
const referenceOf = ({ page }: Visitor) => /[APOD]-\d{4}-\d{6}[A-Z]/.exec(page.address)?.[0] ?? '';

describe('posting a demand', () => {
  it('goes page by page without script, from the choice of the kind to the submission', async () => {
    const buyer = await signedIn(app, 'buyer');
    await buyer.open('/my/listings');
    await buyer.follow('选择要发布的类型');
    await buyer.open(buyer.page.$('main a[href$="/new/demand"]').attr('href') ?? '');
    assert.equal(buyer.page.heading, '基本信息');
    assert.equal((await buyer.submit(SUBJECT, { form: FORM })).heading, '详细说明');
    const more = await buyer.submit({ 'metrics.0.indicator': '漏气率' }, { form: FORM, button: '再加一行' });
    assert.equal(more.status, 200);
    assert.equal(more.$('.figure-row').length, 3);
    assert.equal(more.form(FORM).value('metrics.0.indicator'), '漏气率');
    const story = { 'background.zh': '泵壳加工完打压时漏气，切开能看到小孔。' };
    assert.equal((await buyer.submit({ ...story, ...FIGURE }, { form: FORM })).heading, '图片和附件');
    await buyer.follow('继续下一步');
    const terms = { cooperation: ['service'], deadline: '2026-12-31', visibility: 'anonymous' };
    const statement = await buyer.submit(terms, { form: FORM });
    assert.equal(statement.heading, '核对并提交');
    assert.ok(statement.has('匿名单位'));
    assert.ok(!statement.$('.overview').text().includes('连湾泵业'));
    assert.equal((await buyer.submit({}, { form: FORM, button: '提交审核' })).status, 422);
    const promises = { isNotSecret: 'true', isTruthful: 'true' };
    const done = await buyer.submit(promises, { form: FORM, button: '提交审核' });
    assert.ok(done.has('预计 2026-03-09 周一 前答复'), done.text);
    const stored = await app.services.stores.listings.get(referenceOf(buyer));
    assert.deepEqual([stored.review, stored.organisationId], ['submitted', 'firm']);
    assert.deepEqual(stored.draft?.content.metrics, [
      { indicator: '漏气率', operator: 'le', value: 2, unit: '%' },
    ]);
  });

  it('begins with what somebody searched for and did not find', async () => {
    const buyer = await signedIn(app, 'buyer');
    await buyer.open(`/my/listings/new/demand?title=${encodeURIComponent('耐腐蚀泵 密封')}`);
    assert.equal(buyer.page.form(FORM).value('title.zh'), '耐腐蚀泵 密封');
    await buyer.open('/my/listings/new/demand?title=corrosion');
    assert.equal(buyer.page.form(FORM).value('title.en'), 'corrosion');
    assert.equal((await buyer.open('/my/listings/new/demand?tittle=x')).status, 400);
    assert.equal((await buyer.open('/my/listings/new/constructor')).status, 404);
  });

  it('is saved when hardly anything is filled in, and says page by page what is missing', async () => {
    const buyer = await signedIn(app, 'buyer');
    await buyer.open('/en/my/listings/new/demand');
    await buyer.submit({ 'title.en': 'Leaking castings' }, { form: FORM, button: 'Save the draft' });
    assert.ok(buyer.page.has('lacks 11 required answers'), buyer.page.text);
    const notes = buyer.page.texts('.steps .step-note');
    assert.deepEqual(notes.length, 5);
    assert.ok(notes[0]?.includes('4'), notes.join());
    const stored = await app.services.stores.listings.get(referenceOf(buyer));
    assert.equal(stored.draft?.originalLanguage, 'en');
  });
});

describe('posting an achievement with patents', () => {
  it('finds known patents, enters new ones, asks for their facts, and warns of doubles', async () => {
    await addPatent(app, PATENT_ID);
    const researcher = await signedIn(app, 'researcher');
    await researcher.open('/my/listings/new/achievement');
    await researcher.submit({ 'title.zh': '低温铝合金' }, { form: FORM });
    const reference = referenceOf(researcher);
    await researcher.open(`/my/listings/${reference}/patents`);
    const wrong = await researcher.submit({ patents: 'ZL201710601862.4\n不是号码' }, { form: FORM });
    assert.equal(wrong.status, 422);
    assert.ok(
      wrong.summary.some((line) => line.includes('校验位') && line.includes('应为 3')),
      wrong.summary.join(),
    );
    assert.ok(wrong.form(FORM).value('patents')?.includes('不是号码'));
    const entered = await researcher.submit({ patents: 'ZL 2017 1 0601862.3\n97101765.4' }, { form: FORM });
    assert.equal(entered.heading, '专利');
    assert.equal(entered.$('.patent-rows > li').length, 2);
    assert.ok(entered.has('事实待补充'));
    await researcher.follow('填写专利事实');
    assert.ok(researcher.page.heading.includes('97 1 01765.4'));
    const facts = {
      isOwn: 'true',
      filedOn: '1997-03-18',
      legalStatus: 'expired',
      grantedOn: '2001-05-02',
      registerCheckedOn: '2026-03-01',
    };
    const described = await researcher.submit(facts);
    assert.equal(described.heading, '专利');
    assert.ok(!described.has('事实待补充'));
    assert.ok(described.has('届满'));
  });
});

describe('the list of own listings', () => {
  it('shows states and next steps, narrows by kind and state, and refuses what it does not know', async () => {
    const buyer = await signedIn(app, 'buyer');
    const all = await buyer.open('/my/listings');
    assert.ok(all.has('待审核') && all.has('草稿还缺'), all.text);
    const waiting = await buyer.open('/my/listings?state=waiting&kind=demand');
    assert.equal(waiting.$('.own-listing').length, 1);
    assert.equal((await buyer.open('/my/listings?kind=patent')).$('.own-listing').length, 0);
    for (const query of ['?state=lost', '?kind=__proto__', '?page=0', '?page=1&page=2', '?x=1'])
      assert.equal((await buyer.open(`/my/listings${query}`)).status, 400, query);
    assert.equal((await buyer.open('/my/listings?page=99999')).status, 404);
  });

  it('is only that of the own organisation', async () => {
    const buyer = await signedIn(app, 'buyer');
    await buyer.open('/my/listings?state=waiting');
    const reference = /D-\d{4}-\d{6}[A-Z]/.exec(buyer.page.text)?.[0] ?? '';
    assert.equal((await buyer.open(`/my/listings/${reference.toLowerCase()}`)).status, 200);
    for (const name of ['competitor', 'city', 'auditor', 'administrator']) {
      const other = await signedIn(app, name);
      for (const path of ['', '/subject', '/files', '/statement', '/acts/withdraw'])
        assert.equal((await other.open(`/my/listings/${reference}${path}`)).status, 404, `${name} ${path}`);
    }
    const visitor = await app.visitor().open(`/my/listings/${reference}`);
    assert.ok(visitor.address.startsWith('/sign-in'));
  });

  it('sends somebody without an organisation to join one', async () => {
    const city = await signedIn(app, 'city');
    for (const path of ['/my/listings', '/my/listings/new', '/my/listings/new/demand'])
      assert.ok((await city.open(path)).has('先加入一个单位'), path);
  });
});
