import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import express, { type Express } from 'express';
import request from 'supertest';
import { systemClock } from '../../server/clock.ts';
import { blocked, conflict } from '../../server/errors.ts';
import { createTranslator } from '../../server/i18n/translate.ts';
import { createLog } from '../../server/log.ts';
import { createViews } from '../../server/web/createViews.ts';
import { answerError, answerNotFound } from '../../server/web/errorPages.ts';
import { beginPage } from '../../server/web/pageFrame.ts';
import { createRequestLog } from '../../server/web/requestLog.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { readPage } from '../support/page.ts';

describe('a wrong address', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  it('is a page that helps, in the language of the address', async () => {
    const chinese = readPage((await request(app.app).get('/nowhere').expect(404)).text, 404, '/nowhere');
    assert.equal(chinese.heading, '没有找到这个页面');
    assert.ok(chinese.form('form[role="search"]').names.has('q'));
    const english = await request(app.app).get('/en/nowhere').expect(404);
    assert.match(english.text, /This page was not found/);
  });

  for (const address of [
    '/%',
    '/%ff',
    '/listings/%00',
    '/style?q=%c3%28',
    '/style?q=a%00b',
    `/style?q=${'x'.repeat(14_500)}`,
  ]) {
    it(`is a 400 when it cannot be read: ${address.slice(0, 24)}`, async () => {
      const response = await request(app.app).get(address).expect(400);
      assert.match(response.text, /<h1>这个请求无法识别<\/h1>/);
    });
  }

  it('is a 400 when a parameter is not known, which is named', async () => {
    const response = await request(app.app).get('/en/style?colour=red').expect(400);
    assert.match(response.text, /We do not know the parameter &quot;colour&quot;/);
  });

  it('is JSON under /api', async () => {
    const response = await request(app.app).get('/api/v1/nothing').expect(404);
    assert.equal(response.body.error.kind, 'notFound');
    assert.equal(response.body.error.requestId, response.headers['x-request-id']);
  });

  it('never echoes what was typed as markup', async () => {
    const response = await request(app.app)
      .get(`/style?${encodeURIComponent('<script>alert(1)</script>')}=1`)
      .expect(400);
    assert.doesNotMatch(response.text, /<script>alert/);
  });
});

describe('a body that cannot be read', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  it('is a 413 when it is too long', async () => {
    await request(app.app).post('/sign-in').type('form').send('a='.padEnd(700_000, 'x')).expect(413);
  });

  it('is a 413 when it has too many fields', async () => {
    const fields = Array.from({ length: 2_100 }, (_, index) => `f${index}=1`).join('&');
    await request(app.app).post('/sign-in').type('form').send(fields).expect(413);
  });

  it('is a 400 with a NUL in it', async () => {
    await request(app.app).post('/sign-in').type('form').send('mail=a%00b').expect(400);
  });
});

describe('something nobody foresaw', () => {
  const lines: string[] = [];
  let app: Express;

  before(() => {
    const log = createLog({ logLevel: 'info' }, { write: (line: string) => lines.push(line) });
    app = express();
    app.use(createRequestLog(log));
    app.use(
      beginPage({
        ...createViews(),
        translator: createTranslator({ strict: true }),
        baseUrl: 'http://market.test',
        clock: systemClock,
      }),
    );
    app.get('/broken', async () => {
      throw new Error('the secret cause');
    });
    app.get('/blocked', () => {
      throw blocked('errors:blocked');
    });
    app.get('/conflict', () => {
      throw conflict();
    });
    app.use(answerNotFound);
    app.use(answerError);
  });

  it('is a 500 that shows an id, not the cause, and the cause is in the log under that id', async () => {
    const response = await request(app).get('/broken').set('Cookie', 'dual-helix=secret-cookie').expect(500);
    assert.doesNotMatch(response.text, /secret cause/);
    const id = response.headers['x-request-id'] ?? '';
    assert.ok(readPage(response.text, 500, '/broken').has(id));
    const line = lines.map((text) => JSON.parse(text)).find(({ req }) => req?.id === id);
    assert.equal(line.err.message, 'the secret cause');
    assert.equal(line.level, 50);
    assert.doesNotMatch(lines.join(''), /secret-cookie/);
  });

  it('is not an error in the log when the reader can do something about it', async () => {
    await request(app).get('/blocked').expect(409);
    await request(app).get('/conflict').expect(409);
    const levels = lines
      .map((text) => JSON.parse(text))
      .filter(({ res }) => res?.statusCode === 409)
      .map(({ level }) => level);
    assert.deepEqual(levels, [30, 30]);
  });
});

describe('a request that is not HTTP', () => {
  it('does not bring the server down', async () => {
    const app = await startApp();
    const server = createServer(app.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('GET /style%zz HTTP/9.9\r\n\r\n'));
      socket.once('data', (data) => resolve(data.toString()));
      socket.once('error', reject);
    });
    assert.match(answer, /^HTTP\/1.1 400/);
    await request(server).get('/health').expect(200, { status: 'ok' });
    server.close();
    await app.close();
  });
});

describe('health', () => {
  it('says that the process lives and that it can serve', async () => {
    const app = await startApp();
    await request(app.app).get('/health').expect(200, { status: 'ok' });
    await request(app.app).get('/ready').expect(200, { ready: true, store: 'ok', search: 'ok' });
    await app.close();
  });
});
