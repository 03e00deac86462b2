import assert from 'node:assert/strict';
import request from 'supertest';
import { startApp, type TestApp } from '../support/app.ts';
import type { Visitor } from '../support/visitor.ts';

describe('the style page', () => {
  let app: TestApp;
  let visitor: Visitor;

  before(async () => {
    app = await startApp();
    visitor = app.visitor();
  });
  after(() => app.close());

  it('is Chinese without a prefix and English under /en', async () => {
    const chinese = await visitor.open('/style');
    assert.equal(chinese.status, 200);
    assert.equal(chinese.language, 'zh-CN');
    assert.equal(chinese.heading, '界面规范');
    const english = await visitor.open('/en/style');
    assert.equal(english.language, 'en');
    assert.equal(english.heading, 'Style guide');
  });

  it('keeps the page when the language is switched', async () => {
    await visitor.open('/style');
    const page = await visitor.follow('English');
    assert.equal(page.address, '/en/style');
    assert.equal((await visitor.follow('中文')).address, '/style');
  });

  it('keeps the query when the language is switched, also where the address is refused', async () => {
    const page = await visitor.open('/style?unknown=1');
    assert.equal(page.status, 400);
    assert.equal(page.link('English'), '/en/style?unknown=1');
  });

  it('marks a text that is only there in the other language', async () => {
    const page = await visitor.open('/en/style');
    assert.equal(page.$('.card-demand [lang="zh-CN"]').text(), '求高盐废水低能耗脱盐工艺，处理量 200 吨/日');
  });

  it('leads from the summary of errors to boxes that exist, each told of its message', async () => {
    const page = await visitor.open('/style');
    assert.deepEqual(page.summary, [
      '标题：内容过长，最多 120 个字符。',
      '预算：请填写金额，以万元为单位，例如 30 或 12.5。',
    ]);
    for (const link of page.$('.error-summary a').toArray()) {
      const id = (page.$(link).attr('href') ?? '').slice(1);
      const boxes = page.$('input').filter((_, box) => page.$(box).attr('id') === id);
      assert.equal(boxes.length, 1, `#${id}`);
    }
    const amount = page.$('input[name="budget.amount"]');
    assert.equal(amount.attr('value'), '三十');
    assert.match(amount.attr('aria-describedby') ?? '', /field-budget-error/);
  });

  it('names every box, uses every id once and holds nothing the policy forbids', async () => {
    const { $ } = await visitor.open('/en/style');
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id'));
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    for (const box of $('input:not([type="hidden"]), select, textarea').toArray()) {
      const id = $(box).attr('id');
      assert.equal($('label').filter((_, label) => $(label).attr('for') === id).length, 1, `label of ${id}`);
    }
    assert.equal($('[style], style, script:not([src])').length, 0);
  });

  it('loads its files from addresses that may be kept for good', async () => {
    const { $ } = await visitor.open('/style');
    const addresses = [
      $('link[rel="stylesheet"]').attr('href'),
      $('script').attr('src'),
      $('link[rel="icon"]').attr('href'),
      $('.card-picture img').first().attr('src'),
    ];
    for (const address of addresses) {
      const response = await request(app.app)
        .get(address ?? '')
        .expect(200);
      assert.equal(response.headers['cache-control'], 'public, max-age=31536000, immutable');
      assert.equal(response.headers['set-cookie'], undefined);
    }
    await request(app.app).get('/assets/000000000000/site.css').expect(404);
  });
});
