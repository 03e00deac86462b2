import assert from 'node:assert/strict';
import { startApp, type TestApp } from '../support/app.ts';
import { lettersTo } from '../support/letters.ts';
import { type Market, PASSWORD, prepareMarket } from '../support/market.ts';

describe('the accounts desk', () => {
  let app: TestApp;
  let market: Market;
  before(async () => {
    app = await startApp();
    market = await prepareMarket(app);
  });
  after(() => app.close());

  const entered = async (name: string) => {
    const visitor = app.visitor();
    await visitor.signIn(`${name}@market.test`, PASSWORD);
    return visitor;
  };

  it('is closed to everybody but administrators and auditors', async () => {
    for (const name of ['researcher', 'city', 'province', 'supervisor']) {
      const visitor = await entered(name);
      assert.equal((await visitor.open('/desk/accounts')).status, 403, name);
      assert.equal((await visitor.open('/desk/accounts/buyer')).status, 403, name);
    }
    assert.equal((await (await entered('auditor')).open('/en/desk/accounts')).status, 200);
  });

  it('finds people, gives a post with regions by name, and takes it away', async () => {
    await market.addPerson('clerk', {});
    const chief = await entered('administrator');
    await chief.open('/desk/accounts?q=clerk');
    await chief.follow('clerk');
    const post = { form: 'form[action$="/appoint"]' };
    await chief.submit({ role: 'operator', level: 'city', regions: '沈阳市、亚特兰蒂斯' }, post);
    assert.equal(chief.page.status, 422);
    await chief.submit({ role: 'operator', level: 'city', regions: '沈阳市、大连' }, post);
    assert.match(chief.page.text, /市级业务员（沈阳市、大连市）/);
    assert.deepEqual((await app.services.stores.accounts.get('clerk')).office?.regions, ['2101', '2102']);
    await chief.submit({}, { form: 'form[action$="/relieve"]' });
    assert.equal((await app.services.stores.accounts.get('clerk')).office, null);
    await app.drain();
    const [letter = ''] = await lettersTo(app.directory, 'clerk@market.test');
    assert.match(letter, /职责/);
  });

  it('suspends at once, for a reason, and restores', async () => {
    const buyer = await entered('buyer');
    const chief = await entered('administrator');
    await chief.open('/desk/accounts/buyer');
    await chief.submit({ reason: '' }, { form: 'form[action$="/suspend"]' });
    assert.equal(chief.page.status, 422);
    await chief.submit({ reason: 'security' }, { form: 'form[action$="/suspend"]' });
    await buyer.open('/my');
    assert.match(buyer.page.heading, /登录/);
    await chief.submit({}, { form: 'form[action$="/restore"]' });
    await buyer.signIn('buyer@market.test', PASSWORD);
    assert.match(buyer.page.heading, /buyer/);
  });

  it('lets nobody change the own post, nor on a stale page', async () => {
    const chief = await entered('administrator');
    await chief.open('/desk/accounts/administrator');
    assert.equal(chief.page.$('form[action$="/appoint"]').length, 0);
    await chief.open('/desk/accounts/buyer');
    const token = chief.page.form('form[action$="/suspend"]').value('csrfToken');
    const send = (id: string, body: object) =>
      chief.agent
        .post(`/desk/accounts/${id}/appoint`)
        .type('form')
        .send({ csrfToken: token, level: 'city', regions: '', ...body });
    assert.equal((await send('administrator', { revision: 1, role: 'supervisor' })).status, 403);
    assert.equal((await send('buyer', { revision: 7, role: 'supervisor' })).status, 409);
    const auditor = await entered('auditor');
    await auditor.open('/desk/accounts/buyer');
    assert.equal(auditor.page.$('main form[method="post"]').length, 0);
  });

  it('refuses parameters it does not know and pages beyond the end', async () => {
    const chief = await entered('administrator');
    for (const [query, status] of [
      ['page=999999999', 404],
      ['page=0', 400],
      ['state=odd', 400],
      ['x=1', 400],
      ['q=a&q=b', 400],
    ] as const) {
      assert.equal((await chief.open(`/desk/accounts?${query}`)).status, status, query);
    }
    assert.equal((await chief.open('/desk/accounts/nobody')).status, 404);
  });
});
