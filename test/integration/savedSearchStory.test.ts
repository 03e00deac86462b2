import assert from 'node:assert/strict';
import { startApp, type TestApp } from '../support/app.ts';
import {
  addPatent,
  type Market,
  PATENT_CONTENT,
  PATENT_ID,
  prepareMarket,
  publish,
} from '../support/market.ts';
import { signedIn } from '../support/signedIn.ts';
import { lettersTo, linkIn } from '../support/story.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

describe('a saved search', function () {
  this.timeout(60_000);
  let app: TestApp;
  let market: Market;

  beforeEach(async () => {
    app = await startApp({ start: '2026-03-03T02:00:00Z' });
    market = await prepareMarket(app);
    await addPatent(app, PATENT_ID);
  });
  afterEach(() => app.close());

  async function publishPatent(title: string, title_en: string) {
    app.clock.pass(MINUTE_MS);
    const content = { ...PATENT_CONTENT, title: { zh: title, en: title_en } };
    const { _id } = await publish(app, market, market.people.researcher, 'patent', content);
    await app.drain();
    return _id;
  }

  /** The letters that came since, however often the jobs run. */
  async function lettersAfter(milliseconds: number) {
    app.clock.pass(milliseconds);
    await app.services.jobs.runDue();
    return lettersTo(app, 'buyer@market.test');
  }

  it('keeps its ranges: only what lies within is told', async () => {
    const buyer = await signedIn(app, 'buyer');
    for (const [name, range] of [
      ['以前', 'published-to=2026-03-02'],
      ['以后', 'published-from=2026-03-03'],
    ]) {
      await buyer.open(`/patents?q=除气&${range}`);
      await buyer.follow('保存这次搜索');
      await buyer.submit({ name: String(name), rhythm: 'at-once' });
    }
    assert.ok(buyer.page.has('发布日期 2026-03-02 以内'));
    assert.match(buyer.page.link('订阅源'), /published-(to|from)=2026/);
    await publishPatent('铝合金熔体除气', 'Degassing of melts');
    const letters = await lettersAfter(2 * MINUTE_MS);
    assert.equal(letters.length, 1);
    assert.match(String(letters[0]), /“以后”/);
    assert.doesNotMatch(String(letters[0]), /“以前”/);
  });

  it('is kept from the page of results and leads by letter to what was published', async () => {
    const buyer = await signedIn(app, 'buyer');
    await buyer.open('/patents?q=熔体除气&field=new-materials');
    await buyer.follow('保存这次搜索');
    assert.ok(buyer.page.has('专利 · “熔体除气”'));
    await buyer.submit({ name: '铝液除气', rhythm: 'at-once' });
    assert.equal(buyer.page.address, '/my/searches');
    assert.ok(buyer.page.has('“铝液除气”已保存'));

    await publishPatent('铸造用保温炉', 'Holding furnace for castings');
    assert.deepEqual(await lettersAfter(2 * MINUTE_MS), [], 'what says half of it is not told');
    const reference = await publishPatent('铝合金熔体除气', 'Degassing of melts');
    const [letter = '', ...others] = await lettersAfter(2 * MINUTE_MS);
    assert.deepEqual(others, []);
    assert.match(letter, /Subject: \[P-2026-\w+\] .*符合您保存的搜索“铝液除气”/);
    const page = await buyer.open(linkIn(letter));
    assert.equal(page.address, `/listings/${reference}`);
    assert.match(page.heading, /铝合金熔体除气/);
    assert.ok((await buyer.open('/my/notices')).has('符合您保存的搜索'));
    assert.equal((await lettersAfter(2 * MINUTE_MS)).length, 1, 'once per listing and search');
    const feed = await buyer.agent.get((await buyer.open('/my/searches')).link('订阅源'));
    assert.ok(feed.text.includes(reference));
  });

  it('tells of everything of a day in one letter, in English', async () => {
    await app.models.accounts.updateOne({ _id: 'buyer' }, { $set: { language: 'en' } });
    const buyer = await signedIn(app, 'buyer');
    for (const [words, name] of [
      ['degassing', 'Gas'],
      ['furnace', 'Furnaces'],
    ] as const) {
      await buyer.open(`/en/patents?q=${words}`);
      await buyer.follow('Save this search');
      await buyer.submit({ name, rhythm: 'daily' });
    }
    await publishPatent('铝合金熔体除气', 'Degassing of melts');
    await publishPatent('铸造用保温炉', 'Holding furnace for castings');
    assert.deepEqual(await lettersAfter(2 * MINUTE_MS), []);
    const [letter = '', ...others] = await lettersAfter(DAY_MS);
    assert.deepEqual(others, []);
    assert.match(letter, /2 newly published listings fit 2 of your saved searches/);
    assert.match(letter, /Gas · Degassing of melts\nhttp:\/\/market\.test\/en\/listings\/P-/);
    assert.match(letter, /Furnaces · Holding furnace/);
    assert.match(letter, /\/en\/my\/searches\n/);
  });

  it('goes on where a process died between finding and telling', async () => {
    const buyer = await signedIn(app, 'buyer');
    await buyer.open('/my/searches/new?q=除气');
    await buyer.submit({ name: '除气', rhythm: 'at-once' });
    await publishPatent('铝合金熔体除气', 'Degassing of melts');
    app.clock.pass(2 * MINUTE_MS);
    await app.services.savedSearches.look.lookAtAll();
    const [find] = await app.models.searchFinds.find({}).lean<{ _id: string }[]>();
    await app.services.stores.searchFinds.claim([find?._id ?? ''], 'half-written');
    await app.services.savedSearches.look.lookAtAll();
    assert.equal((await lettersAfter(2 * MINUTE_MS)).length, 1);
    assert.equal(
      (await app.models.notices.find({ accountId: 'buyer' }).lean())[0]?._id,
      'half-written:buyer',
    );
  });

  it('belongs to its person: others cannot read, change or remove it, visitors are asked who they are', async () => {
    const buyer = await signedIn(app, 'buyer');
    await buyer.open('/my/searches/new?q=除气&kind=patent');
    await buyer.submit({ name: '除气', rhythm: 'weekly' });
    const own = buyer.page.link('修改或删除');
    for (const name of ['competitor', 'administrator', 'auditor', 'city']) {
      const other = await signedIn(app, name);
      assert.equal((await other.open(own)).status, 404, name);
      assert.ok(!(await other.open('/my/searches')).has('除气'), name);
      await other.open('/my/searches/new?q=x');
      const token = other.page.form().value('csrfToken');
      for (const [path, sent] of [
        [own, { name: 'x', rhythm: 'none' }],
        [`${own}/remove`, {}],
      ] as const) {
        const answer = await other.agent
          .post(path)
          .set('Sec-Fetch-Site', 'same-origin')
          .type('form')
          .send({ ...sent, csrfToken: token });
        assert.equal(answer.status, 404, `${name} ${path}`);
      }
    }
    const visitor = app.visitor();
    await visitor.open('/my/searches/new?q=除气');
    assert.match(visitor.page.address, /^\/sign-in\?return-to=/);
    await buyer.open(own);
    await buyer.submit({ name: '', rhythm: 'none' });
    assert.equal(buyer.page.status, 422);
    await buyer.submit({ name: '改名', rhythm: 'none' });
    assert.ok(buyer.page.has('改名') && buyer.page.has('不通知'));
    await buyer.open(own);
    await buyer.submit({}, { form: '.confirm form' });
    assert.ok(buyer.page.has('还没有保存的搜索'));
    assert.equal((await buyer.open('/my/searches/new?colour=red')).status, 400);
  });
});
