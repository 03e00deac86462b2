import assert from 'node:assert/strict';
import { startApp, type TestApp } from '../support/app.ts';
import { PASSWORD, PATENT_ID, prepareMarket } from '../support/market.ts';
import { signedIn } from '../support/signedIn.ts';
import {
  decide,
  describePatent,
  lettersTo,
  linkIn,
  submitForReview,
  writePatentListing,
} from '../support/story.ts';
import type { Visitor } from '../support/visitor.ts';

const LETTER = {
  name: '授权书.pdf',
  content: '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
};

describe('from registering to being found', function () {
  this.timeout(90_000);
  let app: TestApp;
  let newcomer: Visitor;
  let reference: string;

  before(async () => {
    app = await startApp();
    await prepareMarket(app);
  });
  after(() => app.close());

  it('somebody registers, confirms by the letter and signs in', async () => {
    newcomer = app.visitor();
    await newcomer.open('/register');
    await newcomer.submit({ name: '郑一', mail: 'zheng@story.test', password: PASSWORD });
    const [letter = ''] = await lettersTo(app, 'zheng@story.test');
    await newcomer.open(linkIn(letter));
    await newcomer.submit({ password: PASSWORD });
    newcomer = await signedIn(app, 'zheng@story.test');
    assert.equal((await newcomer.open('/my')).status, 200);
  });

  it('creates an organisation with its credit code and asks for verification with a letter', async () => {
    await newcomer.open('/my/organisation/new');
    await newcomer.submit({
      'name.zh': '浑南轻合金研究院',
      kind: 'research-institute',
      region: '2101',
      creditCode: '91210000558190457G',
    });
    assert.match(newcomer.page.errors.join(), /校验|代码/, 'a wrong check character is told');
    await newcomer.submit({ creditCode: '91210000558190456G' });
    await newcomer.open('/my/organisation/verification');
    await newcomer.submit({ kind: 'authorisation-letter' }, { files: { file: [LETTER] } });
    await newcomer.submit({}, { form: 'form[action$="/verification/request"]' });
  });

  it('writes a patent listing with a file and cannot submit while facts are missing', async () => {
    reference = await writePatentListing(newcomer, 'ZL201710601862.4');
    assert.match(
      (await newcomer.open(`/my/listings/${reference}/patents`)).form().value('patents') ?? '',
      /^$/,
      'a wrong check digit is not kept',
    );
    await newcomer.submit({ patents: 'ZL201710601862.3' }, { button: '保存草稿' });
    await submitForReview(newcomer, reference);
    assert.ok(newcomer.page.has('事实还没有填写'), 'the patent is not described yet');
    await describePatent(newcomer, PATENT_ID);
    await submitForReview(newcomer, reference);
    assert.equal((await app.services.stores.listings.get(reference)).review, 'submitted');
  });

  it('passes the city and waits for the province until its organisation is verified', async () => {
    const city = await signedIn(app, 'city');
    await decide(city, reference, '初审通过');
    const province = await signedIn(app, 'province');
    await decide(province, reference, '批准发布');
    assert.equal((await app.services.stores.listings.get(reference)).publication, 'never');

    const page = await province.open('/desk/organisations');
    await province.open(page.link('浑南轻合金研究院'));
    await province.submit(
      { checks: ['authorisation-letter', 'register-check'] },
      { form: 'aside form', button: '通过' },
    );
    await decide(province, reference, '批准发布');
    assert.equal((await app.services.stores.listings.get(reference)).publication, 'published');
  });

  it('is found by words and by facet, in both languages, with the file', async () => {
    await app.drain();
    const reader = app.visitor();
    for (const address of [
      '/patents?q=除气',
      '/patents?field=new-materials&ipc=C22B',
      '/en/patents?q=degassing',
      '/search?q=ZL2017106018623',
    ]) {
      const page = await reader.open(address);
      assert.ok(page.html.includes(reference), address);
    }
    const listing = await reader.open(`/en/listings/${reference}`);
    assert.match(listing.heading, /Rotary degassing/);
    const file = await reader.agent.get(listing.link('检测.csv'));
    assert.equal(file.status, 200);
    assert.match(String(file.headers['content-disposition']), /^attachment/);
  });

  it('stays as it is while a change waits, and the new words are found after approval', async () => {
    await newcomer.open(`/my/listings/${reference}/subject`);
    await newcomer.submit(
      { 'summary.zh': '采用脉冲旋喷，氢含量降到 0.08 mL/100g。' },
      { button: '保存草稿' },
    );
    await submitForReview(newcomer, reference);
    await app.drain();
    const reader = app.visitor();
    assert.ok(!(await reader.open(`/listings/${reference}`)).has('脉冲旋喷'));
    assert.ok(!(await reader.open('/patents?q=脉冲旋喷')).html.includes(reference));

    const city = await signedIn(app, 'city');
    const shown = await city.open(`/desk/review/${reference}`);
    assert.ok(shown.texts('ins').join().includes('脉冲旋喷'), 'the difference is marked');
    await decide(city, reference, '初审通过');
    await decide(await signedIn(app, 'province'), reference, '批准发布');
    await app.drain();
    assert.ok((await reader.open('/patents?q=脉冲旋喷')).html.includes(reference));
    assert.ok((await reader.open(`/listings/${reference}`)).has('脉冲旋喷'));
  });

  it('is not decided by anybody else', async () => {
    const strangers = ['buyer', 'city-of-firm', 'auditor', 'administrator'];
    for (const name of strangers) {
      const stranger = await signedIn(app, name);
      const page = await stranger.open(`/desk/review/${reference}`);
      assert.equal(page.$('.decision form').length, 0, `${name} sees no decision`);
      const mine = await stranger.open(`/my/listings/${reference}/subject`);
      assert.ok(mine.status === 404 || mine.status === 403, `${name} gets ${mine.status}`);
    }
    const visitor = app.visitor();
    assert.match((await visitor.open(`/desk/review/${reference}`)).address, /^\/sign-in/);
  });
});
