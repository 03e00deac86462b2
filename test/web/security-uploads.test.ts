import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import express, { type Express, type Request, type Response } from 'express';
import session from 'express-session';
import request from 'supertest';
import { systemClock } from '../../server/clock.ts';
import { ApplicationError } from '../../server/errors.ts';
import { createTranslator } from '../../server/i18n/translate.ts';
import { createLog } from '../../server/log.ts';
import { createViews } from '../../server/web/createViews.ts';
import { csrfTokenOf, protectForms } from '../../server/web/csrf.ts';
import { answerError } from '../../server/web/errorPages.ts';
import { beginPage } from '../../server/web/pageFrame.ts';
import { createRequestLog } from '../../server/web/requestLog.ts';
import { createUpload, filesOf } from '../../server/web/upload.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const MEGABYTE = 1024 * 1024;

describe('an upload', () => {
  let directory: string;
  let app: Express;
  let agent: ReturnType<typeof request.agent>;
  let csrfToken: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dual-helix-upload-'));
    app = createUploadApp(directory);
    agent = request.agent(app);
    csrfToken = (await agent.get('/token')).text;
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const send = () => agent.post('/files').field('csrfToken', csrfToken);

  it('keeps a file of an allowed kind, with its Chinese name, until the answer is given', async () => {
    const { body } = await send().field('note', '说明').attach('pictures', PNG, '焊缝 照片.png').expect(200);
    assert.deepEqual(body, {
      note: '说明',
      files: [{ name: '焊缝 照片.png', size: PNG.length, mediaType: 'image/png', existed: true }],
    });
    await isEmptied(directory);
  });

  it('judges a file by its bytes, not by its name or what the sender says', async () => {
    const script = Buffer.from('<script>alert(1)</script>');
    const { body } = await send()
      .attach('pictures', script, { filename: 'a.png', contentType: 'image/png' })
      .expect(422);
    assert.deepEqual(
      body.issues.map(({ message }: { message: string }) => message),
      ['forms:fileKind'],
    );
    await send().attach('pictures', PNG, 'a.pdf').expect(422);
  });

  it('loses only the file that is too large, not the text beside it', async () => {
    const { body } = await send()
      .attach('pictures', Buffer.alloc(2 * MEGABYTE), 'large.png')
      .field('note', 'written after the file')
      .expect(422);
    assert.deepEqual(
      body.issues.map(({ message }: { message: string }) => message),
      ['forms:fileTooLarge'],
    );
    assert.equal(body.note, 'written after the file');
    await isEmptied(directory);
  });

  it('is broken off when it goes far beyond the limit', async () => {
    const response = await send().attach('pictures', Buffer.alloc(6 * MEGABYTE), 'huge.png');
    assert.equal(response.status, 413);
    await isEmptied(directory);
  });

  it('refuses one file too many, empty files and files where none belong', async () => {
    const many = await send()
      .attach('pictures', PNG, '1.png')
      .attach('pictures', PNG, '2.png')
      .attach('pictures', PNG, '3.png')
      .expect(422);
    assert.equal(many.body.issues[0].message, 'forms:fileTooMany');
    const empty = await send().attach('pictures', Buffer.alloc(0), 'empty.png').expect(422);
    assert.equal(empty.body.issues[0].message, 'forms:fileEmpty');
    const other = await send().attach('elsewhere', PNG, 'a.png').expect(422);
    assert.equal(other.body.issues[0].message, 'forms:fileUnexpected');
  });

  it('never lets a name become a path', async () => {
    const { body } = await send().attach('pictures', PNG, '../../../../evil.png').expect(200);
    assert.equal(body.files[0].existed, true);
    await isEmptied(directory);
  });

  it('needs the token, and a form', async () => {
    await agent.post('/files').attach('pictures', PNG, 'a.png').expect(403);
    await agent.post('/files').field('csrfToken', 'wrong').attach('pictures', PNG, 'a.png').expect(403);
    await isEmptied(directory);
  });

  it('that is not a proper form is a 400', async () => {
    await agent.post('/files').set('Content-Type', 'multipart/form-data').send('nonsense').expect(400);
    await agent
      .post('/files')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x\r\nbroken')
      .expect(400);
  });

  it('torn in the middle leaves nothing behind', async () => {
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(
      `POST /files HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n`,
    );
    socket.write('--x\r\nContent-Disposition: form-data; name="pictures"; filename="a.png"\r\n\r\n');
    socket.write(PNG);
    await until(async () => (await readdir(directory)).length === 1);
    socket.destroy();
    await isEmptied(directory);
    server.close();
  });
});

/** Waits for something another process or a stream does, and fails when it does not come. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('It did not happen');
    await setTimeout(10);
  }
}

/** Temporary files go when the answer has gone out. */
const isEmptied = (directory: string) => until(async () => (await readdir(directory)).length === 0);

function createUploadApp(directory: string): Express {
  const app = express();
  app.use(createRequestLog(createLog({ logLevel: 'silent' })));
  app.use(
    beginPage({
      ...createViews(),
      translator: createTranslator({ strict: true }),
      baseUrl: 'http://market.test',
      clock: systemClock,
    }),
  );
  app.use(session({ secret: 'a secret of sixteen', resave: false, saveUninitialized: false }));
  app.use(protectForms);
  const upload = createUpload({ directory, mostMegabytes: 1 });
  app.get('/token', (request, response) => void response.send(csrfTokenOf(request)));
  app.post(
    '/files',
    upload([{ name: 'pictures', maximum: 2, kinds: ['image/png'] }]),
    async (request: Request, response: Response) => {
      const present = await readdir(directory);
      try {
        const files = (filesOf(request).pictures ?? []).map(({ name, size, mediaType, path }) => ({
          name,
          size,
          mediaType,
          existed: present.some((entry) => path === join(directory, entry)),
        }));
        response.json({ note: request.body.note, files });
      } catch (error) {
        if (!(error instanceof ApplicationError)) throw error;
        response.status(422).json({ note: request.body.note, issues: error.issues });
      }
    },
  );
  app.use(answerError);
  return app;
}
