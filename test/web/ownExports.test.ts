import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { ListingRecord } from '../../models/records.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { DEMAND_CONTENT, type Market, prepareMarket, publish } from '../support/market.ts';
import { signedIn } from '../support/signedIn.ts';
import type { Visitor } from '../support/visitor.ts';

let app: TestApp;
let market: Market;
let researcher: Visitor;
let buyer: Visitor;
let demand: ListingRecord;

before(async () => {
  app = await startApp();
  market = await prepareMarket(app);
  [researcher, buyer] = [await signedIn(app, 'researcher'), await signedIn(app, 'buyer')];
  demand = await publish(app, market, market.people.buyer, 'demand', DEMAND_CONTENT);
  await app.services.listings.drafts.start({
    actor: market.people.buyer,
    kind: 'demand',
    content: { ...DEMAND_CONTENT, title: { zh: '=HYPERLINK("http://x")', en: 'A "draft", with a comma' } },
    originalLanguage: 'zh',
  });
});
after(() => app.close());

async function download(visitor: Visitor, path: string) {
  const answer = await visitor.agent.get(path);
  const text = String(answer.text);
  return {
    status: answer.status,
    headers: answer.headers,
    hasMark: text.startsWith('\uFEFF'),
    rows: answer.status === 200 ? (parse(text, { bom: true }) as string[][]) : [],
  };
}

async function exportsLogged(what: string) {
  await app.drain();
  return (await app.models.eventLog.find({ name: 'occurrence.export' }).lean()).filter(
    ({ detail }) => detail.what === what,
  );
}

describe('the own listings as a table', () => {
  it('holds what the list shows, safe for a spreadsheet, and is logged', async () => {
    await buyer.open('/my/listings');
    assert.equal(buyer.page.link('下载 CSV'), '/my/listings.csv');
    const { rows, headers, hasMark } = await download(buyer, '/my/listings.csv');
    assert.ok(hasMark);
    assert.match(String(headers['content-type']), /^text\/csv/);
    assert.equal(headers['content-disposition'], 'attachment; filename=listings.csv');
    assert.deepEqual(rows[0]?.slice(0, 6), [
      '编号',
      '类型',
      '名称（中文）',
      '名称（英文）',
      '发布状态',
      '审核状态',
    ]);
    assert.equal(rows.length, 3);
    const [published, draft] = rows.slice(1);
    assert.deepEqual([published?.[0], published?.[4], published?.[5]], [demand._id, '已发布', '未送审']);
    assert.equal(published?.at(-1), demand.validUntil);
    assert.deepEqual(draft?.slice(2, 5), ['\'=HYPERLINK("http://x")', 'A "draft", with a comma', '尚未发布']);
    const [logged] = await exportsLogged('ownListings');
    assert.deepEqual([logged?.actor.accountId, logged?.actor.role], [market.people.buyer.accountId, 'admin']);
  });

  it('follows the choice of the page and its language', async () => {
    await buyer.open('/en/my/listings?state=draft');
    const { rows } = await download(buyer, buyer.page.link('Download CSV'));
    assert.deepEqual(
      [rows.length, rows[0]?.[0], rows[1]?.[3], rows[1]?.[4]],
      [2, 'Reference', 'A "draft", with a comma', 'Not yet published'],
    );
    assert.equal((await download(buyer, '/my/listings.csv?page=2')).status, 400);
  });

  it('is for people of the house only', async () => {
    assert.deepEqual((await download(researcher, '/my/listings.csv')).rows.length, 1);
    assert.equal((await download(await signedIn(app, 'city'), '/my/listings.csv')).status, 403);
    assert.equal((await download(app.visitor(), '/my/listings.csv')).status, 303);
  });
});

describe('the own deals as a table', () => {
  it('names the other side as far as the page does', async () => {
    const deal = await app.services.deals.requests.request({
      actor: market.people.researcher,
      listing: demand._id,
      requestKind: 'information',
      answers: { cooperation: '=1+1', unclear: '哪种泵', about: '研究所' },
      isAnonymous: true,
      submissionKey: 'one',
    });
    await researcher.open('/my/deals');
    const own = await download(researcher, researcher.page.link('下载 CSV'));
    assert.deepEqual(
      own.rows.slice(1).map(([reference]) => reference),
      [deal._id],
    );
    const { rows } = await download(buyer, '/en/my/deals.csv');
    assert.deepEqual([rows.length, rows[0]?.[0], rows[1]?.[1]], [2, 'Reference', demand._id]);
    assert.ok(!JSON.stringify([own.rows, rows]).includes('Shenzhou'), 'who asks anonymously is not named');
    assert.ok(!JSON.stringify(own.rows).includes('连湾泵业'), 'whose demand it is, neither');
    assert.equal((await exportsLogged('ownDeals')).length, 2);
    assert.equal((await download(await signedIn(app, 'competitor'), '/my/deals.csv')).rows.length, 1);
    assert.equal((await download(app.visitor(), '/my/deals.csv')).status, 303);
    assert.equal((await download(await signedIn(app, 'auditor'), '/my/deals.csv')).status, 403);
  });
});
