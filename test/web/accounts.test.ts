import assert from 'node:assert/strict';
import { startApp, type TestApp } from '../support/app.ts';
import { lettersTo, secretIn } from '../support/letters.ts';
import { type Market, PASSWORD, prepareMarket } from '../support/market.ts';

const MAIN = { form: 'main form[method="post"]' };

async function letters(app: TestApp, address: string): Promise<string[]> {
  await app.drain();
  return lettersTo(app.directory, address);
}

describe('accounts over HTTP', () => {
  let app: TestApp;
  let market: Market;
  before(async () => {
    app = await startApp();
    market = await prepareMarket(app);
  });
  after(() => app.close());

  it('takes somebody from registration over the letter to the own page, and out and in again', async () => {
    const MAIL = 'lin.qiao@institute.test';
    const lin = app.visitor();
    await lin.open('/register');
    await lin.submit({ name: '林乔', mail: MAIL, password: PASSWORD }, MAIN);
    assert.match(lin.page.heading, /请查收邮件/);
    const [letter = ''] = await letters(app, MAIL);
    await lin.open(`/confirm/${secretIn(letter, 'confirm')}`);
    assert.match(lin.page.text, /林乔/);
    await lin.submit({ password: 'something else' }, MAIN);
    assert.equal(lin.page.status, 422);
    await lin.submit({ password: PASSWORD }, MAIN);
    assert.match(lin.page.heading, /林乔/);
    assert.match(lin.page.text, /邮箱已确认/);
    await lin.signOut();
    await lin.open('/my/notices');
    assert.match(lin.page.heading, /登录/);
    await lin.submit({ mail: MAIL, password: PASSWORD }, MAIN);
    assert.match(lin.page.heading, /通知/, 'where one wanted to be');
  });

  it('says in both languages what is wrong, keeps what was typed but no password, and writes nothing', async () => {
    for (const [path, words] of [
      ['/register', /至少 10 个字符/],
      ['/en/register', /at least 10/],
    ] as const) {
      const visitor = app.visitor();
      await visitor.open(path);
      await visitor.submit({ name: '林乔', mail: 'no address', password: 'short' }, MAIN);
      assert.equal(visitor.page.status, 422);
      assert.equal(visitor.page.errors.length, 2);
      assert.match(visitor.page.errors.join(), words);
      assert.deepEqual(
        visitor.page
          .$('[aria-invalid]')
          .toArray()
          .map(({ attribs }) => attribs.name),
        ['mail', 'password'],
      );
      const form = visitor.page.form(MAIN.form);
      assert.equal(form.value('mail'), 'no address');
      assert.equal(form.value('password'), '');
    }
    assert.equal(await app.models.accounts.countDocuments({ state: 'unconfirmed' }), 0);
  });

  it('refuses passwords that are guessed first, fields it does not know, NUL and lists', async () => {
    const MAIL = 'hostile@institute.test';
    const visitor = app.visitor();
    await visitor.open('/register');
    for (const password of ['aaaaaaaaaaaa', '1234567890123']) {
      await visitor.submit({ name: '林乔', mail: MAIL, password }, MAIN);
      assert.equal(visitor.page.status, 422, password);
    }
    const form = visitor.page.form(MAIN.form);
    const token = form.value('csrfToken');
    const send = (body: string) =>
      visitor.agent.post('/register').type('form').send(`csrfToken=${token}&${body}`);
    const good = `name=x&mail=${encodeURIComponent(MAIL)}&password=quiet+harbour+42&language=zh`;
    assert.equal((await send(`${good}&office=administrator`)).status, 400);
    assert.equal((await send(`${good}&name=y`)).status, 422);
    assert.equal((await send(good.replace('name=x', 'name=x%00'))).status, 400);
    assert.equal(await app.models.accounts.countDocuments({ identifierKeys: `mail:${MAIL}` }), 0);
  });

  it('makes one account and one letter of a form sent twice at once', async () => {
    const MAIL = 'twice@institute.test';
    const visitor = app.visitor();
    await visitor.open('/register');
    const values = { name: '林乔', mail: MAIL, password: PASSWORD };
    const token = visitor.page.form(MAIN.form).value('csrfToken');
    const send = () =>
      visitor.agent
        .post('/register')
        .type('form')
        .send({ ...values, language: 'zh', csrfToken: token });
    assert.deepEqual(
      (await Promise.all([send(), send()])).map(({ status }) => status),
      [303, 303],
    );
    assert.equal(await app.models.accounts.countDocuments({ identifierKeys: `mail:${MAIL}` }), 1);
    assert.equal((await letters(app, MAIL)).length, 1);
  });

  it('answers the same whether an address is known or not', async () => {
    const pages = [];
    for (const mail of ['researcher@market.test', 'nobody@market.test']) {
      const visitor = app.visitor();
      await visitor.open('/reset-password');
      await visitor.submit({ mail }, MAIN);
      const reset = visitor.page.text;
      await visitor.signIn(mail, 'wrong password 1');
      pages.push([reset, visitor.page.errors, visitor.page.status]);
    }
    assert.deepEqual(pages[0], pages[1]);
  });

  it('sets a new password by a letter, once, and ends the other sessions', async () => {
    await market.addPerson('forgetful', {});
    const [here, there] = [app.visitor(), app.visitor()];
    await there.signIn('forgetful@market.test', PASSWORD);
    await here.open('/en/reset-password');
    await here.submit({ mail: 'forgetful@market.test' }, MAIN);
    const [letter = ''] = await letters(app, 'forgetful@market.test');
    const address = `/en/reset-password/${secretIn(letter, 'reset-password')}`;
    await here.open(address);
    await here.submit({ password: 'another harbour 43' }, MAIN);
    assert.match(here.page.heading, /Hello, forgetful/);
    await there.open('/my');
    assert.match(there.page.heading, /登录/);
    await here.open(address);
    assert.equal(here.page.status, 404);
    await there.signIn('forgetful@market.test', PASSWORD);
    assert.equal(there.page.status, 422);
  });

  it('changes name, language and password of one’s own, and erases on request', async () => {
    await market.addPerson('leaver', {});
    const visitor = app.visitor();
    await visitor.signIn('leaver@market.test', PASSWORD);
    await visitor.open('/my/account');
    await visitor.submit({ name: '', language: 'en' }, { form: 'form[action="/my/account"]' });
    assert.equal(visitor.page.status, 422);
    await visitor.submit({ name: '采购员', language: 'en' }, { form: 'form[action="/my/account"]' });
    await visitor.submit(
      { oldPassword: PASSWORD, password: 'another harbour 43' },
      { form: 'form[action="/my/account/password"]' },
    );
    assert.match(visitor.page.text, /新密码已生效/);
    const account = await app.services.stores.accounts.get('leaver');
    assert.deepEqual([account.name, account.language], ['采购员', 'en']);
    await visitor.submit(
      { erasePassword: 'another harbour 43' },
      { form: 'form[action="/my/account/erase"]' },
    );
    assert.equal(visitor.page.status, 422, 'the box was not ticked');
    await visitor.submit(
      { erasePassword: 'another harbour 43', isSure: 'true' },
      { form: 'form[action="/my/account/erase"]' },
    );
    assert.equal((await app.services.stores.accounts.get('leaver')).state, 'erased');
    await visitor.open('/my');
    assert.match(visitor.page.heading, /登录/);
  });

  it('never leads away from the site after signing in', async () => {
    for (const away of [
      'https://elsewhere.test/',
      '//elsewhere.test',
      '/\\elsewhere.test',
      'javascript:alert(1)',
    ]) {
      const visitor = app.visitor();
      await visitor.open(`/sign-in?${new URLSearchParams({ 'return-to': away })}`);
      const token = visitor.page.form(MAIN.form).value('csrfToken');
      const body = { csrfToken: token, mail: 'buyer@market.test', password: PASSWORD, returnTo: away };
      const answer = await visitor.agent.post('/sign-in').type('form').send(body);
      assert.equal(answer.headers.location, '/my', away);
    }
  });

  it('limits how often a password can be tried', async () => {
    const strict = await startApp({ limits: { signIn: { points: 3, seconds: 900 } } });
    try {
      await prepareMarket(strict);
      const visitor = strict.visitor();
      for (let count = 0; count < 3; count += 1) await visitor.signIn('buyer@market.test', 'wrong password');
      await visitor.signIn('buyer@market.test', PASSWORD);
      assert.equal(visitor.page.status, 429);
    } finally {
      await strict.close();
    }
  });

  it('shows the demo accounts on the sign-in page of a demonstration only', async () => {
    const hidden = app.visitor();
    await hidden.open('/sign-in');
    assert.ok(!hidden.page.text.includes('buyer@market.test'));
    const demo = await startApp({ variables: { DEMO: '1' } });
    try {
      const { addPerson } = await prepareMarket(demo);
      await addPerson('shown', {
        isDemo: true,
        office: { role: 'operator', level: 'city', regions: ['2101'] },
      });
      const visitor = demo.visitor();
      await visitor.open('/sign-in');
      assert.match(visitor.page.text, /shown@market\.test[\s\S]*市级业务员（沈阳市）/);
      assert.ok(!visitor.page.text.includes('buyer@market.test'));
    } finally {
      await demo.close();
    }
  });
});
