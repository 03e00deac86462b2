import assert from 'node:assert/strict';
import { startApp, type TestApp } from '../support/app.ts';
import {
  addPatent,
  DEMAND_CONTENT,
  type Market,
  PATENT_CONTENT,
  PATENT_ID,
  prepareMarket,
  publish,
} from '../support/market.ts';
import { signedIn } from '../support/signedIn.ts';
import { lettersTo } from '../support/story.ts';
import type { Visitor } from '../support/visitor.ts';

const ANSWERS = {
  cooperation: '希望取得普通许可，用于泵壳压铸。',
  unclear: '能否先做样件',
  about: '年产泵壳 12 万件，工艺科对接。',
};
const TERMS = {
  contractType: 'LIC',
  licenceKind: 'ordinary',
  use: '泵壳压铸线 2 条',
  territory: '中国境内',
  paymentMode: 'lump-sum',
  'fee.amount': '30',
  'total.amount': '30',
  'technology.amount': '28',
};

describe('from a demand in other words to agreed terms', function () {
  this.timeout(90_000);
  let app: TestApp;
  let market: Market;
  let patent: string;
  let demand: string;
  let match: string;
  let deal: string;
  let buyer: Visitor;
  let researcher: Visitor;

  before(async () => {
    app = await startApp();
    market = await prepareMarket(app);
    await addPatent(app, PATENT_ID);
    patent = (await publish(app, market, market.people.researcher, 'patent', PATENT_CONTENT))._id;
    demand = (await publish(app, market, market.people.buyer, 'demand', DEMAND_CONTENT))._id;
    await app.drain();
    buyer = await signedIn(app, 'buyer');
    researcher = await signedIn(app, 'researcher');
  });
  after(() => app.close());

  it('the anonymous demand is found by what it says and never by whose it is', async () => {
    const visitor = app.visitor();
    assert.ok((await visitor.open('/demands?q=泵壳')).html.includes(demand));
    for (const address of [
      '/demands?q=连湾泵业',
      '/en/demands?q=Lianwan',
      '/organisations/firm',
      '/demands',
      `/listings/${demand}`,
      `/api/v1/listings/${demand}`,
      '/api/v1/listings?q=连湾',
      '/feed?kind=demand',
    ]) {
      const { text } = await visitor.agent.get(encodeURI(address));
      if (address.includes('连湾') || address.includes('Lianwan') || address === '/organisations/firm')
        assert.ok(!text.includes(demand), address);
      else assert.doesNotMatch(text, /连湾泵业|Lianwan/, address);
    }
  });

  it('the match appears to the operator with its evidence, and to nobody else', async () => {
    const operator = await signedIn(app, 'province');
    const queue = await operator.open('/desk/matches');
    assert.equal(queue.status, 200);
    [match = ''] = /M-\d{4}-\d{6}[A-Z]/.exec(queue.html) ?? [];
    assert.ok(match, `no match in the queue: ${queue.text.slice(0, 300)}`);
    const card = await operator.open(`/desk/matches/${match}`);
    assert.ok(card.$('.bars tr').length === 7, 'seven bars');
    assert.ok(card.$('.gate').length === 6, 'six gates');
    assert.ok(card.$('mark').length > 0, 'words are marked');
    assert.ok(card.has('权重'), 'the version line');
    for (const [name, address] of [
      ['buyer', `/my/matches/${match}`],
      ['researcher', `/my/matches/${match}`],
      ['competitor', `/my/matches/${match}`],
    ] as const) {
      assert.equal((await (await signedIn(app, name)).open(address)).status, 404, name);
    }
    for (const name of ['buyer', 'administrator'])
      assert.equal((await (await signedIn(app, name)).open(`/desk/matches/${match}`)).status, 403, name);
    const auditor = await (await signedIn(app, 'auditor')).open(`/desk/matches/${match}`);
    assert.equal(auditor.$('.decision').length, 0, 'the auditor decides nothing');
  });

  it('both are told once it is approved, and the institute does not learn whose demand it is', async () => {
    const operator = await signedIn(app, 'province');
    await operator.open(`/desk/matches/${match}`);
    await operator.submit({}, { form: 'form[action$="/approve"]' });
    for (const name of ['buyer', 'researcher']) {
      const letters = await lettersTo(app, `${name}@market.test`);
      assert.ok(
        letters.some((letter) => letter.includes(match)),
        name,
      );
      assert.ok(!letters.some((letter) => letter.includes('连湾')) || name === 'buyer');
    }
    const seen = await researcher.open(`/my/matches/${match}`);
    assert.equal(seen.status, 200);
    assert.doesNotMatch(seen.html, /连湾泵业/);
    const { body } = await app.visitor().agent.get(`/api/v1/listings/${patent}/matches`);
    assert.deepEqual(
      body.items.map((item: { reference: string; organisation: unknown }) => [
        item.reference,
        item.organisation,
      ]),
      [[demand, null]],
    );
  });

  it('the firm asks for a licence; the institute agrees to talk', async () => {
    const page = await buyer.open(`/my/matches/${match}`);
    await buyer.open(page.link('联系对方'));
    await buyer.submit({ ...ANSWERS, requestKind: 'licence', about: '' });
    assert.ok(
      buyer.page.errors.length > 0 && buyer.page.html.includes('能否先做样件'),
      'what is missing is told, what was typed is kept',
    );
    await buyer.submit({ ...ANSWERS, requestKind: 'licence', isAnonymous: 'true' });
    deal = buyer.page.address.split('/').at(-1) ?? '';
    assert.match(deal, /^T-/);
    const shown = await researcher.open(`/my/deals/${deal}`);
    assert.doesNotMatch(shown.html, /连湾泵业|工艺科/, 'not named before it discloses itself');
    await researcher.submit({}, { form: 'form[action$="/accept"]' });
    assert.ok((await lettersTo(app, 'buyer@market.test')).some((letter) => letter.includes(deal)));
  });

  it('they write, disclose, propose, change and agree on one version', async () => {
    await buyer.open(`/my/deals/${deal}`);
    await buyer.submit(
      { text: '样件图纸见附件。' },
      {
        form: 'form[action$="/message"]',
        files: { file: [{ name: '图纸.csv', content: '尺寸,公差\n120,0.05\n' }] },
      },
    );
    const thread = await researcher.open(`/my/deals/${deal}`);
    assert.ok(thread.has('样件图纸见附件'));
    assert.equal((await researcher.agent.get(thread.link('图纸.csv'))).status, 200);
    for (const [who, name] of [
      [buyer, '王'],
      [researcher, '李'],
    ] as const) {
      await who.open(`/my/deals/${deal}`);
      await who.submit({ name, mail: '', phone: '024-000' }, { form: 'form[action$="/disclose"]' });
    }
    assert.match((await researcher.open(`/my/deals/${deal}`)).text, /连湾泵业/);
    await researcher.open(`/my/deals/${deal}/terms`);
    await researcher.submit({ ...TERMS, 'technology.amount': '40' });
    assert.equal(researcher.page.status, 422, 'a technology amount above the total is refused');
    await researcher.submit({ 'technology.amount': '28' });
    await buyer.open(`/my/deals/${deal}/terms`);
    await buyer.submit({ 'total.amount': '26', 'fee.amount': '26', 'technology.amount': '25' });
    const versions = await researcher.open(`/my/deals/${deal}`);
    assert.ok(versions.has('26 万元') && versions.has('30 万元'), 'both versions side by side');
    await researcher.submit({}, { form: 'form[action$="/agree"]' });
    const agreed = await app.services.stores.deals.get(deal);
    assert.equal(agreed.state, 'agreed');
    assert.equal(agreed.agreement?.terms.total.fen, 26_000_000);
    assert.equal(
      (await buyer.open(`/en/my/deals/${deal}`)).texts('.timeline-what').at(-1),
      'Both agreed on one version',
    );
  });

  it('nobody else reads or moves it', async () => {
    for (const name of ['competitor', 'administrator'])
      assert.equal((await (await signedIn(app, name)).open(`/my/deals/${deal}`)).status, 404, name);
    for (const name of ['city', 'province', 'supervisor', 'auditor']) {
      const page = await (await signedIn(app, name)).open(`/my/deals/${deal}`);
      assert.equal(page.status, 200, name);
      assert.equal(page.$('main form').length, 0, `${name} can only read`);
    }
  });

  it('a pair one side calls irrelevant does not come back for it', async () => {
    await researcher.open(`/my/matches/${match}`);
    await researcher.submit({ answer: 'not-relevant' }, {});
    assert.equal(researcher.page.status, 422, 'a reason is needed');
    await researcher.submit({ answer: 'not-relevant', reason: 'known' });
    assert.equal((await researcher.open(`/my/matches/${match}`)).status, 404);
    assert.equal((await buyer.open(`/my/matches/${match}`)).status, 200);
  });
});
