import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { ListingFile } from '../../server/catalogue/inputs/files.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { type Market, prepareMarket } from '../support/market.ts';
import { signedIn } from '../support/signedIn.ts';
import type { Visitor } from '../support/visitor.ts';

const FORM = '.question-group form.form';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

let app: TestApp;
let market: Market;
let researcher: Visitor;
let reference: string;

before(async () => {
  app = await startApp();
  market = await prepareMarket(app);
  researcher = await signedIn(app, 'researcher');
});
after(() => app.close());
beforeEach(async () => {
  const content = { title: { zh: '低温铝合金' } };
  const draft = await app.services.listings.drafts.start({
    actor: market.people.researcher,
    kind: 'achievement',
    content,
    originalLanguage: 'zh',
  });
  reference = draft._id;
  await researcher.open(`/my/listings/${reference}/files`);
});

const filesOf = async () =>
  ((await app.services.stores.listings.get(reference)).draft?.content.files ?? []) as ListingFile[];
const add = (name: string, content: Buffer, values: Record<string, string> = {}) =>
  researcher.submit(values, { form: FORM, files: { file: [{ name, content }] } });

describe('files of a listing', () => {
  it('are added with kind, readers, size and digest, and the first picture is the one of the card', async () => {
    await add('说明.pdf', PDF, { kind: 'description', visibility: 'parties' });
    await add('照片.png', PNG, { kind: 'image' });
    const page = await add('照片二.png', Buffer.concat([PNG, Buffer.from(' ')]), { kind: 'image' });
    assert.equal(page.$('.file-row').length, 3);
    const [description, picture] = await filesOf();
    assert.deepEqual(
      [description?.name, description?.kind, description?.visibility],
      ['说明.pdf', 'description', 'parties'],
    );
    assert.equal(picture?.fileId, createHash('sha256').update(PNG).digest('hex'));
    assert.deepEqual([picture?.mediaType, picture?.size], ['image/png', PNG.length]);
    assert.ok(page.texts('.file-row')[1]?.includes('列表封面'));
    const chosen = await researcher.submit(
      {},
      { form: '.file-row:nth-child(3) form', button: '设为列表封面' },
    );
    assert.ok(
      chosen.texts('.file-row')[0]?.includes('照片二.png') &&
        chosen.texts('.file-row')[0]?.includes('列表封面'),
    );
  });

  it('are read by their owner at once and by nobody else before they are public', async () => {
    await add('照片.png', PNG, { kind: 'image' });
    const href = researcher.page.$('.file-row a').attr('href') ?? '';
    assert.equal((await researcher.agent.get(href)).status, 200);
    for (const name of ['buyer', 'administrator'])
      assert.equal((await (await signedIn(app, name)).agent.get(href)).status, 404, name);
  });

  it('are removed again', async () => {
    await add('照片.png', PNG);
    await researcher.submit({}, { form: '.file-row form', button: '移除' });
    assert.deepEqual(await filesOf(), []);
    assert.ok(researcher.page.has('还没有图片或附件'));
  });

  for (const [what, name, content] of [
    ['a picture that is something else', '照片.png', Buffer.from('<svg onload="alert(1)">')],
    ['a kind that is not allowed', 'run.exe', Buffer.from('MZ\u0090\u0000')],
    ['an empty file', '空.pdf', Buffer.alloc(0)],
  ] as const) {
    it(`are refused with a message: ${what}`, async () => {
      const again = await add(name, content);
      assert.equal(again.status, 422);
      assert.equal(again.errors.length, 1, again.text);
      assert.deepEqual(await filesOf(), []);
    });
  }

  it('are asked for when none was chosen, with what else was chosen kept', async () => {
    const again = await researcher.submit({ kind: 'certificate' }, { form: FORM });
    assert.equal(again.status, 422);
    assert.equal(again.form(FORM).value('kind'), 'certificate');
  });

  it('are not added to a page that is not fresh, nor to somebody else’s listing', async () => {
    const form = researcher.page.form(FORM);
    await add('照片.png', PNG);
    const stale = await researcher.agent
      .post(form.action)
      .set('Sec-Fetch-Site', 'same-origin')
      .field('csrfToken', form.value('csrfToken') ?? '')
      .field('revision', '1')
      .field('kind', 'image')
      .field('visibility', 'public')
      .attach('file', PDF, { filename: '说明.pdf' });
    assert.equal(stale.status, 303);
    assert.equal((await filesOf()).length, 1);
    const buyer = await signedIn(app, 'buyer');
    await buyer.open('/my/listings/new/demand');
    const token = buyer.page.form('.form-main form').value('csrfToken') ?? '';
    const foreign = await buyer.agent
      .post(form.action)
      .set('Sec-Fetch-Site', 'same-origin')
      .field('csrfToken', token)
      .field('revision', '2')
      .attach('file', PDF, { filename: 'x.pdf' });
    assert.equal(foreign.status, 404);
  });

  it('leave nothing behind when the upload is torn', async () => {
    const form = researcher.page.form(FORM);
    const torn = await researcher.agent
      .post(form.action)
      .set('Sec-Fetch-Site', 'same-origin')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send(
        `--x\r\nContent-Disposition: form-data; name="csrfToken"\r\n\r\n${form.value('csrfToken')}\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 torn`,
      );
    assert.equal(torn.status, 400);
    assert.deepEqual(await filesOf(), []);
  });
});
