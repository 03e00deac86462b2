import assert from 'node:assert/strict';
import type { ListingRecord } from '../../models/records.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { DEMAND_CONTENT, type Market, PASSWORD, prepareMarket } from '../support/market.ts';
import type { PageForm } from '../support/page.ts';
import { signedIn } from '../support/signedIn.ts';
import type { Visitor } from '../support/visitor.ts';

const FORM = '.form-main form.form';
let app: TestApp;
let market: Market;
let buyer: Visitor;

before(async () => {
  app = await startApp();
  market = await prepareMarket(app);
  buyer = await signedIn(app, 'buyer');
});
after(() => app.close());

const startDemand = (): Promise<ListingRecord> =>
  app.services.listings.drafts.start({
    actor: market.people.buyer,
    kind: 'demand',
    content: DEMAND_CONTENT,
    originalLanguage: 'zh',
  });
const stored = (reference: string) => app.services.stores.listings.get(reference);
const count = () => app.services.stores.listings.countOfOrganisation('firm');

/** Sends a form as it is, with changes, past what the page would offer. */
const send = (visitor: Visitor, form: PageForm, changes: Record<string, string> = {}) =>
  visitor.agent
    .post(form.action)
    .type('form')
    .set('Sec-Fetch-Site', 'same-origin')
    .send(
      new URLSearchParams([
        ...form.values.filter(([name]) => !(name in changes)),
        ...Object.entries(changes),
      ]).toString(),
    );

describe('a page of the form with something wrong', () => {
  it('is shown again with what was typed, messages beside the fields and a summary, and nothing is written', async () => {
    const { _id, revision } = await startDemand();
    await buyer.open(`/my/listings/${_id}/terms`);
    const typed = { 'budget.amount': '三十万', deadline: '2026-02-30', 'constraints.zh': '厂房限高 6 米' };
    const again = await buyer.submit(typed, { form: FORM });
    assert.equal(again.status, 422);
    assert.equal(again.summary.length, 2);
    assert.ok(
      again.summary.some((line) => line.includes('预算上限')),
      again.summary.join(),
    );
    for (const link of again.$('.error-summary a').toArray()) {
      const id = again.$(link).attr('href')?.slice(1) ?? '';
      assert.equal(again.$(`[id="${id}"]`).length, 1, `${id} is on the page`);
    }
    assert.equal(again.form(FORM).value('budget.amount'), '三十万');
    assert.equal(again.form(FORM).value('constraints.zh'), '厂房限高 6 米');
    assert.equal((await stored(_id)).revision, revision);
  });

  it('keeps half-filled rows of figures beside their messages, blank rows closed up', async () => {
    const { _id } = await startDemand();
    await buyer.open(`/my/listings/${_id}/detail`);
    await buyer.submit({}, { form: FORM, button: '再加一行' });
    const again = await buyer.submit(
      {
        'metrics.0.indicator': '',
        'metrics.0.value': '',
        'metrics.0.unit': '',
        'metrics.2.indicator': '圆度',
        'metrics.2.value': '很小',
      },
      { form: FORM },
    );
    assert.equal(again.status, 422);
    assert.equal(again.form(FORM).value('metrics.0.indicator'), '圆度');
    assert.equal(again.form(FORM).value('metrics.0.value'), '很小');
    assert.equal(again.$('[name="metrics.0.value"]').attr('aria-invalid'), 'true');
  });

  it('refuses hostile input with a clear answer and writes nothing', async () => {
    const { _id, revision } = await startDemand();
    await buyer.open(`/my/listings/${_id}/subject`);
    const form = buyer.page.form(FORM);
    for (const [changes, status] of [
      [{ 'title.zh': '长'.repeat(81) }, 422],
      [{ field: '__proto__' }, 422],
      [{ revision: 'soon' }, 400],
      [{ action: 'explode' }, 400],
      [{ 'title.zh': 'a\u0000b' }, 400],
    ] as const)
      assert.equal((await send(buyer, form, changes)).status, status, JSON.stringify(changes));
    assert.equal((await stored(_id)).revision, revision);
    const escaped = await send(buyer, form, {
      'title.zh': '<script>alert(1)</script>',
      'summary.zh': '超'.repeat(999),
    });
    assert.ok(!escaped.text.includes('<script>alert'));
    assert.ok(escaped.text.includes('&lt;script&gt;alert'));
  });
});

describe('a form sent twice', () => {
  it('begins one listing, and a changed repetition changes its draft', async () => {
    await buyer.open('/my/listings/new/demand');
    const form = buyer.page.form(FORM);
    const before = await count();
    const both = await Promise.all([
      send(buyer, form, { 'title.zh': '双击' }),
      send(buyer, form, { 'title.zh': '双击' }),
    ]);
    for (const answer of both) assert.equal(answer.status, 303);
    assert.equal(both[0]?.headers.location, both[1]?.headers.location);
    assert.equal(await count(), before + 1);
    const changed = await send(buyer, form, { 'title.zh': '双击以后改过' });
    assert.equal(changed.status, 303);
    assert.equal(await count(), before + 1);
    const reference = /D-[\d-]+[A-Z]/.exec(String(changed.headers.location))?.[0] ?? '';
    assert.deepEqual((await stored(reference)).draft?.content.title, { zh: '双击以后改过' });
  });

  it('saves a page once and submits once', async () => {
    const { _id } = await startDemand();
    await buyer.open(`/my/listings/${_id}/terms`);
    const terms = buyer.page.form(FORM);
    for (let time = 0; time < 2; time++)
      assert.equal((await send(buyer, terms, { deadline: '2027-01-31', action: 'next' })).status, 303);
    assert.equal((await stored(_id)).revision, 2);
    await buyer.open(`/my/listings/${_id}/statement`);
    const statement = buyer.page.form(FORM);
    const promises = { action: 'submit', isNotSecret: 'true', isTruthful: 'true' };
    for (let time = 0; time < 2; time++) {
      const answer = await send(buyer, statement, promises);
      assert.deepEqual([answer.status, answer.headers.location], [303, `/my/listings/${_id}`]);
    }
    const { history, review } = await stored(_id);
    assert.equal(review, 'submitted');
    assert.equal(history.filter(({ event }) => event === 'submit').length, 1);
  });
});

describe('a page somebody else saved meanwhile', () => {
  it('shows both versions, keeps what was typed, and saves it when the reader still wants to', async () => {
    const { _id } = await startDemand();
    await buyer.open(`/my/listings/${_id}/subject`);
    const { drafts } = app.services.listings;
    const change = {
      actor: market.people.buyer,
      reference: _id,
      revision: 1,
      changes: { title: { zh: '同事改的名称' } },
    };
    await drafts.save(change);
    const conflict = await buyer.submit({ 'title.zh': '我改的名称' }, { form: FORM });
    assert.equal(conflict.status, 409);
    assert.ok(conflict.has('同事改的名称'));
    assert.equal(conflict.form(FORM).value('title.zh'), '我改的名称');
    assert.deepEqual((await stored(_id)).draft?.content.title, { zh: '同事改的名称' });
    await buyer.submit({}, { form: FORM });
    assert.deepEqual((await stored(_id)).draft?.content.title, { zh: '我改的名称' });
  });

  it('cannot be saved once it was submitted, but nothing typed is lost', async () => {
    const { _id } = await startDemand();
    await buyer.open(`/my/listings/${_id}/detail`);
    await app.services.listings.moves.move({
      actor: market.people.buyer,
      reference: _id,
      revision: 1,
      event: 'submit',
    });
    const late = await buyer.submit({ 'background.zh': '又补充了一段' }, { form: FORM });
    assert.equal(late.status, 409);
    assert.ok(late.has('又补充了一段') && late.has('现在不能修改'));
    assert.equal((await stored(_id)).review, 'submitted');
    const opened = await buyer.open(`/my/listings/${_id}/detail`);
    assert.ok(opened.has('审核期间不能修改'), opened.text);
  });
});

describe('a sign-in that expired in the middle of a form', () => {
  it('loses nothing that was typed', async () => {
    const { _id } = await startDemand();
    const visitor = await signedIn(app, 'buyer');
    await visitor.open(`/my/listings/${_id}/subject`);
    await app.models.sessions.deleteMany({ accountId: 'buyer' });
    const asked = await visitor.submit({ 'title.zh': '写了半天的名称' }, { form: FORM });
    assert.ok(asked.address.startsWith('/sign-in'), asked.address);
    const back = await visitor.submit(
      { mail: 'buyer@market.test', password: PASSWORD },
      { form: 'main form[method="post"]' },
    );
    assert.equal(back.address, `/my/listings/${_id}/subject`);
    assert.equal(back.form(FORM).value('title.zh'), '写了半天的名称');
    buyer = await signedIn(app, 'buyer');
  });
});
