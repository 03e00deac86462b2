import assert from 'node:assert/strict';
import { startApp, type TestApp } from '../support/app.ts';
import { prepareMarket } from '../support/market.ts';
import { signedIn } from '../support/signedIn.ts';
import { submitForReview } from '../support/story.ts';

const WORDS = '熔模精铸蜡料回收';

describe('a search that finds nothing', function () {
  this.timeout(60_000);
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await prepareMarket(app);
  });
  afterEach(() => app.close());

  for (const [prefix, text, words, button] of [
    ['', WORDS, '把它写成需求', '保存草稿'],
    ['/en', 'investment casting wax recovery', 'Write it as a demand', 'Save the draft'],
  ] as const) {
    it(`becomes a draft by one button and is submitted (${prefix || '/zh'})`, async () => {
      const buyer = await signedIn(app, 'buyer');
      const page = await buyer.open(`${prefix}/search?q=${text}&field=new-materials&industry=32`);
      assert.ok(page.form('form[action$="/from-search"]').buttons[0]?.words.includes(words), page.text);
      await buyer.submit({}, { form: 'form[action$="/from-search"]' });
      const [, reference = ''] = /\/listings\/(D-[\w-]+)\/subject/.exec(buyer.page.address) ?? [];
      const form = buyer.page.form();
      assert.equal(form.value(prefix === '' ? 'title.zh' : 'title.en'), text);
      assert.equal(form.value('field'), 'new-materials');
      await buyer.open(`${prefix}/search?q=${text}&field=new-materials&industry=32`);
      await buyer.submit({}, { form: 'form[action$="/from-search"]' });
      assert.ok(buyer.page.address.includes(reference), 'pressed again, it is the same draft');

      await buyer.submit(
        { 'summary.zh': '脱蜡后的旧蜡目前整批废弃，希望回收再用。', demandType: 'problem-solving' },
        { button },
      );
      await buyer.open(`/my/listings/${reference}/detail`);
      await buyer.submit(
        {
          'background.zh': '我们每月产生三吨旧蜡，灰分高，不能直接再用，希望有成套的净化办法。',
          needsHelp: 'yes',
        },
        { button: '保存草稿' },
      );
      await buyer.open(`/my/listings/${reference}/terms`);
      await buyer.submit(
        { cooperation: ['service'], deadline: '2026-12-31', visibility: 'anonymous' },
        { button: '保存草稿' },
      );
      await submitForReview(buyer, reference);
      assert.equal((await app.services.stores.listings.get(reference)).review, 'submitted');
    });
  }

  it('leads a visitor and who has no organisation to the form with the words', async () => {
    const visitor = app.visitor();
    const page = await visitor.open(`/search?q=${WORDS}`);
    assert.match(decodeURIComponent(page.link('把它写成需求')), new RegExp(`title=${WORDS}`));
    const auditor = await signedIn(app, 'auditor');
    await auditor.open(`/search?q=${WORDS}`);
    await auditor.submit({}, { form: 'form[action$="/from-search"]' });
    assert.match(auditor.page.address, /^\/my\/listings\/new\/demand/);
  });

  it('is told to the office when it was typed three times, and by whom to nobody', async () => {
    const desk = async () => (await signedIn(app, 'city')).open('/desk/unmet');
    const visitor = app.visitor();
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) {
      assert.ok(!(await desk()).has(WORDS));
      app.clock.set(`${day}T03:00:00Z`);
      await visitor.open(`/search?q=${WORDS}`);
      await visitor.open(`/search?q=  ${WORDS}`);
      await visitor.open('/search?q=someone@example.test');
    }
    const page = await desk();
    assert.ok(page.has(WORDS) && !page.has('someone'));
    const rows = await app.models.unmetSearches.find({}).lean();
    assert.deepEqual(
      rows.map((row) => Object.keys(row).sort()),
      Array(3).fill(['_id', 'count', 'day', 'text']),
    );
    assert.deepEqual(
      rows.map(({ count }) => count),
      [1, 1, 1],
    );
  });

  const readers: [string, number][] = [
    ['city', 200],
    ['supervisor', 200],
    ['auditor', 200],
    ['administrator', 403],
    ['buyer', 403],
  ];
  for (const [name, status] of readers) {
    it(`shows ${name} the list with ${status}`, async () => {
      const person = await signedIn(app, name);
      assert.equal((await person.open('/en/desk/unmet')).status, status);
    });
  }
});
