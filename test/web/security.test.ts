import assert from 'node:assert/strict';
import request from 'supertest';
import { startApp, type TestApp } from '../support/app.ts';

describe('every answer', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  it('forbids frames, inline scripts and foreign sources', async () => {
    const { headers } = await request(app.app).get('/style').expect(200);
    assert.equal(headers['x-frame-options'], 'DENY');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'same-origin');
    assert.equal(headers['x-powered-by'], undefined);
    const policy = headers['content-security-policy'] ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      assert.ok(policy.split(';').includes(rule), rule);
    }
    assert.doesNotMatch(policy, /unsafe|https:|\*/);
  });

  it('begins no session for a page that is only read', async () => {
    const earlier = await app.models.sessions.countDocuments({});
    const { headers } = await request(app.app).get('/nowhere').expect(404);
    assert.equal(headers['set-cookie'], undefined);
    assert.equal(await app.models.sessions.countDocuments({}), earlier);
  });

  it('begins one with a form, in a cookie that scripts and other sites do not get', async () => {
    const earlier = await app.models.sessions.countDocuments({});
    const { headers } = await request(app.app).get('/style').expect(200);
    const cookie = String(headers['set-cookie']);
    assert.match(cookie, /^dual-helix=/);
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Lax/);
    assert.equal(await app.models.sessions.countDocuments({}), earlier + 1);
  });
});

describe('a form from elsewhere', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  const post = (path = '/sign-in') => request(app.app).post(path).type('form').send('mail=a@b.cn');

  it('is refused by where the browser says it comes from', async () => {
    for (const [name, value] of [
      ['Sec-Fetch-Site', 'cross-site'],
      ['Sec-Fetch-Site', 'same-site'],
      ['Origin', 'https://elsewhere.example'],
      ['Origin', 'null'],
    ] as const) {
      const response = await post().set(name, value).expect(403);
      assert.match(response.text, /不接受从其他网站发来的提交/, `${name}: ${value}`);
    }
  });

  it('is refused before its body is read', async () => {
    const response = await request(app.app)
      .post('/sign-in')
      .set('Sec-Fetch-Site', 'cross-site')
      .type('form')
      .send('a='.padEnd(2_000_000, 'x'));
    assert.equal(response.status, 403);
  });

  it('is refused without the token of the session', async () => {
    await post().set('Sec-Fetch-Site', 'same-origin').expect(403);
    await post('/en/sign-in').expect(403, /This form has expired/);
  });

  it('cannot get round the token by calling itself multipart', async () => {
    const response = await request(app.app).post('/sign-out').field('a', 'b');
    assert.notEqual(response.status, 303);
    assert.ok(response.status >= 400 && response.status < 500, String(response.status));
  });
});

describe('the limits', () => {
  it('stop who sends too much, and say for how long', async () => {
    const app = await startApp({ limits: { post: { points: 2, seconds: 30 } } });
    const post = () => request(app.app).post('/en/sign-in').type('form').send('a=b');
    await post();
    await post();
    const response = await post().expect(429);
    assert.match(response.text, /Please wait \d+ seconds/);
    assert.ok(Number(response.headers['retry-after']) > 0);
    await app.close();
  });
});

describe('with an https address', () => {
  it('the cookie is for https only and browsers are told to stay there', async () => {
    const app = await startApp({ variables: { BASE_URL: 'https://market.test', TRUST_PROXY: '1' } });
    const { headers } = await request(app.app).get('/style').set('X-Forwarded-Proto', 'https').expect(200);
    assert.match(String(headers['set-cookie']), /^__Host-dual-helix=.*Secure/);
    assert.match(headers['strict-transport-security'] ?? '', /max-age=\d+/);
    assert.match(headers['content-security-policy'] ?? '', /upgrade-insecure-requests/);
    await app.close();
  });
});
