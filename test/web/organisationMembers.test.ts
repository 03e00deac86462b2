import assert from 'node:assert/strict';

import { startApp, type TestApp } from '../support/app.ts';
import { lettersTo, secretIn } from '../support/letters.ts';
import { completeContent } from '../support/listingRecords.ts';
import { type Market, PASSWORD, prepareMarket, publish } from '../support/market.ts';

const MAIN = { form: 'main form[method="post"]' };

describe('members and pages of organisations over HTTP', () => {
  let app: TestApp;
  let market: Market;
  before(async () => {
    app = await startApp();
    market = await prepareMarket(app);
  });
  after(() => app.close());

  async function entered(name: string) {
    const visitor = app.visitor();
    await visitor.signIn(`${name}@market.test`, PASSWORD);
    return visitor;
  }
  async function newcomer(name: string) {
    await market.addPerson(name, {});
    return entered(name);
  }
  async function letter(address: string): Promise<string> {
    await app.drain();
    return (await lettersTo(app.directory, address)).join('\n');
  }

  it('invites by letter somebody who has no account yet', async () => {
    const boss = await entered('researcher');
    await boss.open('/my/organisation/members');
    await boss.submit(
      { mail: 'Guest@market.test', role: 'approver', language: 'en' },
      { form: 'form[action$="/invite"]' },
    );
    assert.match(boss.page.text, /guest@market\.test/);
    const address = `/en/invitation/${secretIn(await letter('guest@market.test'), 'invitation')}`;
    const stranger = await newcomer('stranger');
    await stranger.open(address);
    await stranger.submit({}, MAIN);
    assert.equal(stranger.page.status, 403);
    const guest = await newcomer('guest');
    await guest.open(address);
    assert.match(guest.page.text, /Shenzhou Light Alloy Institute invites you/);
    await guest.submit({}, MAIN);
    assert.deepEqual((await app.services.accounts.findActor('guest'))?.membership, {
      organisationId: 'institute',
      role: 'approver',
    });
    assert.equal((await guest.open(address)).status, 404);
  });

  it('keeps an admin: the last one cannot leave while others stay', async () => {
    await market.addPerson('second', {
      memberships: [{ organisationId: 'firm', role: 'member', state: 'active', since: new Date() }],
    });
    const buyer = await entered('buyer');
    await buyer.open('/my/organisation');
    await buyer.submit({}, { form: 'form[action$="/leave"]' });
    assert.equal(buyer.page.status, 409);
    await buyer.open('/my/organisation/members');
    await buyer.submit({ role: 'admin' }, { form: 'form[action$="/second/role"]' });
    await buyer.open('/my/organisation');
    await buyer.submit({}, { form: 'form[action$="/leave"]' });
    assert.match(buyer.page.text, /您已退出单位/);
  });

  it('shows under its name what it published, and never its anonymous demand', async () => {
    const { competitor } = market.people;
    const named = completeContent('demand', { title: { zh: '高温阀门密封' }, visibility: 'public' });
    const hidden = completeContent('demand', { title: { zh: '超低温阀门密封' }, visibility: 'anonymous' });
    await publish(app, market, competitor, 'demand', named);
    await publish(app, market, competitor, 'demand', hidden);
    for (const visitor of [app.visitor(), await entered('competitor'), await entered('province')]) {
      await visitor.open('/organisations/rival');
      assert.ok(visitor.page.has('高温阀门密封'));
      assert.ok(!visitor.page.has('超低温阀门密封'));
      assert.ok(visitor.page.has('公开发布（1）'));
    }
  });

  it('keeps the desk to the office', async () => {
    for (const [name, status] of [
      ['buyer', 403],
      ['researcher', 403],
      ['auditor', 200],
      ['administrator', 200],
    ] as const) {
      const visitor = await entered(name);
      assert.equal((await visitor.open('/desk/organisations?state=verified')).status, status, name);
    }
    const auditor = await entered('auditor');
    await auditor.open('/desk/organisations/institute');
    assert.equal(auditor.page.$('main form[method="post"]').length, 0);
    assert.equal((await auditor.open('/desk/organisations?state=odd')).status, 400);
  });
});
