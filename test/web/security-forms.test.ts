import assert from 'node:assert/strict';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { z } from 'zod';
import type { Actor } from '../../server/accounts/actor.ts';
import { createTranslator } from '../../server/i18n/translate.ts';
import { createLog } from '../../server/log.ts';
import { actorOf } from '../../server/web/actorOf.ts';
import { createViews } from '../../server/web/createViews.ts';
import { protectForms } from '../../server/web/csrf.ts';
import { answerError, answerNotFound } from '../../server/web/errorPages.ts';
import { requiredText } from '../../server/web/formInputs.ts';
import { formView } from '../../server/web/formView.ts';
import { takeKeptForm } from '../../server/web/keptForm.ts';
import { localsOf } from '../../server/web/locals.ts';
import { orShowAgain } from '../../server/web/orShowAgain.ts';
import { beginPage, fillFrame } from '../../server/web/pageFrame.ts';
import { readForm } from '../../server/web/readForm.ts';
import { redirectTo } from '../../server/web/redirectTo.ts';
import { createRequestLog } from '../../server/web/requestLog.ts';
import { requireOffice, requireSignedIn } from '../../server/web/requireSignedIn.ts';
import { createSessions } from '../../server/web/session.ts';
import { SESSION_MS, SessionStore } from '../../server/web/sessionStore.ts';
import { show } from '../../server/web/show.ts';
import { createSignIn } from '../../server/web/signIn.ts';
import { type ManualClock, manualClock } from '../support/manualClock.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporaryStore.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';

const WANG: Actor = { accountId: 'wang', name: '王工', language: 'zh', membership: null, office: null };
/** A page with a form, as authors write them. */
const NOTE = `{{#> layouts/page title=(t 'style:title')}}
{{#> forms/form action=''}}
{{field 'text' name='title' label=(t 'style:fields.title')}}
{{field 'text' name='password' type='password' label=(t 'style:fields.reference')}}
{{> forms/buttons label=(t 'common:save')}}
{{/forms/form}}
{{/layouts/page}}`;
const schema = z.strictObject({ title: requiredText(20), password: z.string().optional() });

describe('a form', () => {
  let store: TemporaryStore;
  let clock: ManualClock;
  let visitor: Visitor;
  let written: string[];
  let actors: Map<string, Actor>;

  beforeEach(async () => {
    store = await openTemporaryStore();
    clock = manualClock();
    written = [];
    actors = new Map([['wang', WANG]]);
    const views = join(store.directory, 'views');
    await cp(join(import.meta.dirname, '../../views'), views, { recursive: true });
    await writeFile(join(views, 'note.hbs'), NOTE);
    visitor = createVisitor(createFormApp(new SessionStore(store.models, clock), actors, written, views));
  });
  afterEach(() => store.close());

  const signIn = async () => {
    await visitor.open('/sign-in');
    await visitor.submit({ title: 'wang' });
  };

  it('is shown again with what was typed when something is wrong, and nothing is written', async () => {
    await signIn();
    await visitor.open('/note');
    const page = await visitor.submit({ title: '一'.repeat(21) });
    assert.equal(page.status, 422);
    assert.deepEqual(page.errors, ['内容过长，最多 20 个字符。']);
    assert.equal(page.form().value('title'), '一'.repeat(21));
    assert.deepEqual(written, []);
  });

  it('is refused with a field it does not have', async () => {
    await signIn();
    const { values } = (await visitor.open('/note')).form();
    const body = new URLSearchParams([...values, ['isAdmin', 'true']]).toString();
    const response = await visitor.agent.post('/note').type('form').send(body);
    assert.equal(response.status, 400);
    assert.deepEqual(written, []);
  });

  it('of a page for people signed in leads to the sign-in and back', async () => {
    const page = await visitor.open('/en/note?draft=1');
    assert.equal(page.address, '/en/sign-in?return-to=%2Fnote%3Fdraft%3D1');
  });

  it('outlives a sign-in that expired: the text is there again, without the password', async () => {
    await signIn();
    await visitor.open('/en/note');
    clock.pass(SESSION_MS + 1);
    await visitor.submit({ title: 'An hour of work', password: 'quiet harbour' });
    assert.match(visitor.page.address, /^\/en\/sign-in\?return-to=%2Fnote$/);
    assert.deepEqual(written, []);
    await visitor.submit({ title: 'wang' });
    const page = await visitor.open('/en/note');
    assert.equal(page.form().value('title'), 'An hour of work');
    assert.equal(page.form().value('password'), '');
    assert.ok(page.has('What you typed is still here'));
    await visitor.submit();
    assert.deepEqual(written, ['An hour of work']);
    assert.equal((await visitor.open('/en/note')).form().value('title'), '', 'is given once');
  });

  it('of an earlier session, open in another tab, keeps its text too', async () => {
    await visitor.open('/open-note');
    const old = visitor.page.form();
    await signIn();
    const body = new URLSearchParams([
      ...old.values.filter(([name]) => name !== 'title'),
      ['title', '另一页'],
    ]).toString();
    const response = await visitor.agent.post('/open-note').type('form').send(body);
    assert.equal(response.status, 303);
    assert.equal(response.headers.location, '/open-note');
    assert.equal((await visitor.open('/open-note')).form().value('title'), '另一页');
  });

  it('never leads to another site', async () => {
    for (const path of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/\\elsewhere.example',
      '/a\nb',
    ]) {
      const response = await visitor.agent.post('/open-note').type('form').send({ formPath: path });
      assert.equal(response.status, 403, path);
    }
  });

  it('ends with the account: who is suspended acts no more', async () => {
    await signIn();
    await visitor.open('/note');
    actors.clear();
    await visitor.submit({ title: 'x' });
    assert.match(visitor.page.address, /^\/sign-in/);
    assert.deepEqual(written, []);
  });

  it('of the office is for its roles only', async () => {
    await signIn();
    assert.equal((await visitor.open('/office')).status, 403);
    actors.set('wang', { ...WANG, office: { role: 'auditor', level: 'province', regions: ['37'] } });
    assert.equal((await visitor.open('/office')).status, 403);
    actors.set('wang', { ...WANG, office: { role: 'operator', level: 'city', regions: ['3701'] } });
    assert.equal((await visitor.open('/office')).status, 200);
  });

  it('signs in with a new session, and the session lives as long as it is used', async () => {
    await visitor.open('/sign-in');
    const before = (await store.models.sessions.find({}).lean()).map(({ _id }) => String(_id));
    await visitor.submit({ title: 'wang' });
    const after = await store.models.sessions.find({}).lean();
    assert.deepEqual(
      after.map(({ accountId }) => accountId),
      ['wang'],
    );
    assert.ok(!before.includes(String(after[0]?._id)));
    for (let step = 0; step < 3; step++) {
      clock.pass(SESSION_MS - 1_000);
      assert.equal((await visitor.open('/note')).address, '/note');
    }
  });

  it('is not sent by a multipart body whose token nobody checked', async () => {
    await signIn();
    const response = await visitor.agent.post('/note').field('title', 'x');
    assert.equal(response.status, 403);
    assert.deepEqual(written, []);
  });
});

/** The middlewares forms pass in the order of the application, with three small pages on them. */
function createFormApp(
  store: SessionStore,
  actors: Map<string, Actor>,
  written: string[],
  views: string,
): Express {
  const app = express();
  const signIn = createSignIn({
    verify: async () => ({ account: null, refusal: 'unknown' }),
    findActor: async (accountId) => actors.get(accountId) ?? null,
  });
  const sources = {
    menuOf: async () => ({ name: '王工', items: [] }),
    auditHead: async () => null,
    isSearchHealthy: async () => true,
  };
  app.use(createRequestLog(createLog({ logLevel: 'silent' })));
  app.use(
    beginPage({
      ...createViews(views),
      translator: createTranslator({ strict: true }),
      baseUrl: 'http://market.test',
      clock: manualClock(),
    }),
  );
  app.use(createSessions({ store, secret: 'a secret of sixteen', isHttps: false }));
  app.use(signIn.middlewares);
  app.use(express.urlencoded({ extended: false }));
  app.use(fillFrame({ ...sources, isDemo: false }));
  app.use(protectForms);

  const showNote: express.RequestHandler = (request, response) => {
    const { translate } = localsOf(response).frame;
    show(response, 'note', { form: formView({}, [], translate, takeKeptForm(request, response)) });
  };
  const takeNote: express.RequestHandler = (request, response) =>
    orShowAgain(
      async () => {
        const { values } = readForm(schema, request.body);
        written.push(values.title);
        redirectTo(response, '/open-note');
      },
      (issues) =>
        show(
          response,
          'note',
          { form: formView(request.body, issues, localsOf(response).frame.translate) },
          422,
        ),
    );
  app.get('/sign-in', showNote);
  app.post('/sign-in', async (request, response) => {
    await signIn.signInAs(request, request.body.title);
    redirectTo(response, '/open-note');
  });
  app.route('/open-note').get(showNote).post(takeNote);
  app.get('/office', requireOffice('operator'), showNote);
  app.use('/note', requireSignedIn);
  app.get('/note', showNote);
  app.post('/note', (request, response, next) => {
    actorOf(request);
    return takeNote(request, response, next);
  });
  app.use(answerNotFound, answerError);
  return app;
}
