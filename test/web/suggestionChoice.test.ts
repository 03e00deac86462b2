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

const SWITCH = { form: '#suggestions form' };

describe('switching suggestions off', () => {
  let app: TestApp;
  let market: Market;
  before(async () => {
    app = await startApp();
    market = await prepareMarket(app);
    await addPatent(app, PATENT_ID);
    await publish(app, market, market.people.researcher, 'patent', PATENT_CONTENT);
    await publish(app, market, market.people.buyer, 'demand', DEMAND_CONTENT);
    await app.drain();
  });
  after(() => app.close());

  it('is one click of an admin, counts at once on the desk, and is written down', async () => {
    const operator = await signedIn(app, 'province');
    await operator.open('/desk/matches');
    assert.ok(operator.page.has('降低泵体压铸件漏气'));
    const buyer = await signedIn(app, 'buyer');
    await buyer.open('/my/organisation');
    await buyer.submit({}, SWITCH);
    assert.equal(buyer.page.status, 200);
    assert.ok(buyer.page.has('推荐已关闭'));
    await operator.open('/desk/matches');
    assert.ok(!operator.page.has('降低泵体压铸件漏气'));
    const firm = await app.services.stores.organisations.get('firm');
    assert.equal(firm.history.at(-1)?.event, 'decline-suggestions');
    await buyer.open('/my/matches');
    assert.ok(buyer.page.has('推荐已关闭'));
    await buyer.open('/my/organisation');
    await buyer.submit({}, SWITCH);
    await operator.open('/desk/matches');
    assert.ok(operator.page.has('降低泵体压铸件漏气'));
  });

  it('does nothing when the same click is sent twice', async () => {
    const before = await app.services.stores.organisations.get('firm');
    await app.services.organisations.service.chooseSuggestions(market.people.buyer, 'firm', true);
    assert.equal((await app.services.stores.organisations.get('firm')).revision, before.revision);
  });

  it('is not for members who are no admins, nor for others', async () => {
    await market.addPerson('clerk', {
      memberships: [{ organisationId: 'firm', role: 'member', state: 'active', since: new Date() }],
    });
    const clerk = await signedIn(app, 'clerk');
    await clerk.open('/my/organisation');
    assert.ok(clerk.page.has('由本单位的管理员'));
    assert.equal(clerk.page.$(SWITCH.form).length, 0);
    const { service } = app.services.organisations;
    for (const actor of [market.people.competitor, market.people.province, market.people.supervisor])
      await assert.rejects(service.chooseSuggestions(actor, 'firm', false), { kind: 'forbidden' });
  });

  it('is explained, in both languages, beside the lists by date', async () => {
    for (const path of ['/matching', '/en/matching']) {
      const visitor = app.visitor();
      await visitor.open(path);
      const links = visitor.page
        .$('main a')
        .toArray()
        .map((link) => visitor.page.$(link).attr('href') ?? '');
      for (const end of ['/achievements?sort=newest', '/demands?sort=newest', '/my/organisation#suggestions'])
        assert.ok(
          links.some((href) => href.endsWith(end)),
          `${path} ${end}`,
        );
    }
  });
});
