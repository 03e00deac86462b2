import assert from 'node:assert/strict';
import { startApp, type TestApp } from '../support/app.ts';
import { PASSWORD, prepareMarket } from '../support/market.ts';

const SETTINGS = { form: 'form[action$="/settings"]' };

describe('notices over HTTP', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
    const { people } = await prepareMarket(app);
    const { office } = app.services.accounts;
    const post = { role: 'operator', level: 'city', regions: ['2101'] } as const;
    await office.appoint(
      { actor: people.administrator, accountId: 'buyer', revision: 1 },
      { ...post, regions: ['2101'] },
    );
    await office.relieve({ actor: people.administrator, accountId: 'buyer', revision: 2 });
    await app.drain();
  });
  after(() => app.close());

  const entered = async (name: string, path = '/sign-in') => {
    const visitor = app.visitor();
    await visitor.signIn(`${name}@market.test`, PASSWORD, path);
    return visitor;
  };

  it('are counted on the own page, listed unread, and read when opened', async () => {
    const buyer = await entered('buyer');
    assert.match(buyer.page.text, /有 2 条未读通知/);
    await buyer.open('/my/notices');
    assert.match(buyer.page.text, /2 条未读/);
    await buyer.follow('职责已解除');
    assert.equal(buyer.page.address, '/my');
    await buyer.open('/my/notices');
    assert.match(buyer.page.text, /1 条未读/);
    await buyer.submit({}, { form: 'main form[action="/my/notices"]' });
    assert.match(buyer.page.text, /所有通知已标为已读/);
    assert.ok(!buyer.page.has('条未读'));
  });

  it('are read in the language of the page', async () => {
    const buyer = await entered('buyer', '/en/sign-in');
    await buyer.open('/en/my/notices');
    assert.match(buyer.page.text, /Your post in the office has ended/);
  });

  it('belong to their person only', async () => {
    const other = await entered('competitor');
    const [notice] = await app.models.notices.find({ accountId: 'buyer' }).lean();
    assert.equal((await other.open(`/my/notices/${notice?._id}`)).status, 404);
    const visitor = app.visitor();
    await visitor.open('/my/notices');
    assert.match(visitor.page.heading, /登录/);
  });

  it('reach people as they choose', async () => {
    const buyer = await entered('buyer');
    await buyer.open('/my/notices');
    assert.ok(!buyer.page.form(SETTINGS.form).names.has('desk'), 'only for people in the office');
    await buyer.submit({ deals: 'site', matches: 'none' }, SETTINGS);
    const { noticeSettings } = await app.services.stores.accounts.get('buyer');
    assert.deepEqual(
      [noticeSettings.deals, noticeSettings.matches, noticeSettings.listings],
      ['site', 'none', 'mail'],
    );
    await buyer.submit({ deals: 'pigeon' }, SETTINGS);
    assert.equal(buyer.page.status, 422);
    assert.equal((await app.services.stores.accounts.get('buyer')).noticeSettings.deals, 'site');
  });

  it('are paged, and a page beyond the end is not there', async () => {
    const buyer = await entered('buyer');
    for (const [query, status] of [
      ['page=1', 200],
      ['page=2', 404],
      ['page=x', 400],
      ['odd=1', 400],
    ] as const) {
      assert.equal((await buyer.open(`/my/notices?${query}`)).status, status, query);
    }
  });
});
