import assert from 'node:assert/strict';
import type { ListingRecord } from '../../models/records.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { completeContent } from '../support/listingRecords.ts';
import { addPatent, type Market, PATENT_ID, prepareMarket, publish } from '../support/market.ts';
import { signedIn } from '../support/signedIn.ts';
import type { Visitor } from '../support/visitor.ts';

let app: TestApp;
let market: Market;
let licence: ListingRecord;
let researcher: Visitor;
let province: Visitor;

before(async () => {
  app = await startApp();
  market = await prepareMarket(app);
  await addPatent(app, PATENT_ID, {
    owners: [{ organisationId: 'institute' }, { name: { zh: '海州大学' } }],
  });
  const terms = { price: { fen: 3_000_000_000, currency: 'CNY' }, solution: { zh: '全国第一的做法' } };
  licence = await publish(
    app,
    market,
    market.people.researcher,
    'open-licence',
    completeContent('open-licence', terms),
  );
  researcher = await signedIn(app, 'researcher');
  province = await signedIn(app, 'province');
});
after(() => app.close());

const offer = async () => (await app.services.stores.listings.get(licence._id)).offer;
const ownPath = () => `/my/listings/${licence._id}/offer`;
const deskPath = () => `/desk/offers/${licence._id}`;

describe('the page of an open-licence declaration', () => {
  it('says what bars it and what to mind, each with its rule', async () => {
    const page = await researcher.open(ownPath());
    assert.ok(page.has('专利权共有，需要全体共有人书面同意') && page.has('《专利法》第十四条'), page.text);
    assert.ok(page.has('全国第一'), 'words of advertising');
    assert.ok(page.has('固定费用一般不高于 2000 万元') && page.has('19号通知'));
    assert.ok(page.has('共有人同意书'), 'the papers it needs');
  });

  it('is filed by the owner with the receipt, never announced by the owner', async () => {
    const empty = await researcher.submit({});
    assert.equal(empty.status, 422);
    assert.equal(empty.summary.length, 2);
    const future = await researcher.submit({ number: 'SL-1', on: '2026-03-03' });
    assert.equal(future.status, 422);
    assert.equal(future.form().value('number'), 'SL-1');
    const filed = await researcher.submit({ number: 'SL-1', on: '2026-02-27' });
    assert.ok(filed.has('SL-1') && filed.has('已提交'), filed.text);
    assert.throws(() => filed.form('main form.form'));
    assert.equal((await offer())?.state, 'filed');
  });

  it('is not announced while something bars it, and the reason is told in words', async () => {
    await province.open(deskPath());
    const form = `form.form:has(button[value="announce"])`;
    const barred = await province.submit({ number: 'GG-7', on: '2026-03-01' }, { form });
    assert.equal(barred.status, 409);
    assert.ok(barred.has('现在不能登记公告：专利权共有'), barred.text);
    assert.equal((await offer())?.state, 'filed');
    assert.deepEqual((await app.services.stores.patents.get(PATENT_ID)).encumbrances, []);
  });

  it('is announced by the office, freezes its terms, and is an open licence from then on', async () => {
    const patent = await app.services.stores.patents.get(PATENT_ID);
    await app.services.stores.patents.update(PATENT_ID, patent.revision, {
      $set: { hasCoOwnerConsent: true },
    });
    await province.open(deskPath());
    const form = `form.form:has(button[value="announce"])`;
    const announced = await province.submit({ number: 'GG-7', on: '2026-03-01' }, { form });
    assert.ok(announced.has('已公告') && announced.has('GG-7'), announced.text);
    assert.deepEqual((await offer())?.terms?.price, { fen: 3_000_000_000, currency: 'CNY' });
    const visitor = await app.visitor().open(`/listings/${licence._id}`);
    assert.ok(visitor.has('开放许可') && visitor.has('GG-7'), visitor.text);
  });

  it('is withdrawn in two steps, open until the withdrawal is announced', async () => {
    await researcher.open(ownPath());
    await researcher.submit({}, { form: 'main form.form' });
    assert.equal((await offer())?.state, 'withdrawing');
    await province.open(deskPath());
    const form = `form.form:has(button[value="announce-withdrawal"])`;
    await province.submit({ number: 'GG-9', on: '2026-03-02' }, { form });
    assert.equal((await offer())?.state, 'withdrawn');
    assert.deepEqual((await app.services.stores.patents.get(PATENT_ID)).encumbrances, []);
  });

  it('is found by the office of its region while it waits', async () => {
    const desk = await province.open('/desk/offers?scope=other');
    assert.ok(desk.has(licence._id) && desk.has('沈州轻合金研究所'), desk.text);
    assert.ok(!(await province.open('/desk/offers')).has(licence._id), 'nothing waits any more');
    const elsewhere = await signedIn(app, 'city-of-firm');
    assert.ok(!(await elsewhere.open('/desk/offers?scope=other')).has(licence._id));
    assert.equal((await province.open('/desk/offers?scope=none')).status, 400);
    assert.equal((await researcher.open('/desk/offers')).status, 403);
  });

  it('is nobody else’s', async () => {
    for (const name of ['buyer', 'competitor']) {
      const other = await signedIn(app, name);
      assert.equal((await other.open(ownPath())).status, 404, name);
      assert.equal((await other.open(deskPath())).status, 403, name);
    }
    const auditor = await signedIn(app, 'auditor');
    const read = await auditor.open(deskPath());
    assert.equal(read.status, 200);
    assert.throws(() => read.form('main form.form'));
    assert.equal((await province.open(ownPath())).status, 404);
    assert.equal((await researcher.open(deskPath())).status, 403);
    assert.equal((await researcher.open('/my/listings/O-2026-999999A/offer')).status, 404);
  });
});
