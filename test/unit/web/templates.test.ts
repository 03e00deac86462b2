import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createTranslator } from '../../../server/i18n/translate.ts';
import type { Language } from '../../../server/localized.ts';
import { createFrame } from '../../../server/web/createFrame.ts';
import { createViews } from '../../../server/web/createViews.ts';

const translator = createTranslator({ strict: true });

describe('a view', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dual-helix-views-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  async function write(files: Record<string, string>): Promise<void> {
    for (const [name, source] of Object.entries(files)) {
      await mkdir(dirname(join(directory, name)), { recursive: true });
      await writeFile(join(directory, name), source);
    }
  }

  async function render(
    source: string,
    locals: object = {},
    language: Language = 'zh',
    more: Record<string, string> = {},
  ) {
    await write({ 'page.hbs': source, ...more });
    const frame = createFrame(
      { language, path: '/here?q=1', baseUrl: 'http://market.test', today: '2026-11-23' },
      translator(language),
    );
    return createViews(directory).templates.render('page', { ...locals, frame });
  }

  it('stops the start when it is broken, or names a helper or a partial that is not there', async () => {
    for (const source of ['{{#if x}}', '{{nothing x}}', '{{> nothing}}', '{{#> no/layout}}x{{/no/layout}}']) {
      await write({ 'page.hbs': source });
      assert.throws(() => createViews(directory), /page/, source);
    }
  });

  it('throws for a name the page does not give, and escapes what it does', async () => {
    await assert.rejects(render('{{missing}}'), /missing/);
    assert.equal(await render('{{text}}', { text: '<b>"a"&' }), '&lt;b&gt;&quot;a&quot;&amp;');
  });

  it('throws when a property hides behind a helper of its name', async () => {
    await assert.rejects(render('{{number}}', { number: 3 }), /\{\{this\.number\}\}/);
    assert.equal(await render('{{this.number}}', { number: 3 }), '3');
  });

  it('never indents the text of a textarea', async () => {
    const typed = 'first\n  second';
    const html = await render('<div>\n      {{> box}}\n</div>', { typed }, 'zh', {
      'partials/box.hbs': '<textarea>\n{{typed}}</textarea>',
    });
    assert.match(html, /<textarea>\nfirst\n {2}second<\/textarea>/);
  });

  it('links in its own language, with segments and queries encoded', async () => {
    const source = "{{{link '/listings' reference 'edit' q=words page=none field=fields}}}";
    const locals = { reference: 'A/1', words: '焊接 & 变形', none: null, fields: ['a', 'b'] };
    const query = 'q=%E7%84%8A%E6%8E%A5+%26+%E5%8F%98%E5%BD%A2&field=a&field=b';
    assert.equal(await render(source, locals), `/listings/A%2F1/edit?${query}`);
    assert.equal(await render(source, locals, 'en'), `/en/listings/A%2F1/edit?${query}`);
    assert.equal(await render("{{link '/'}}", {}, 'en'), '/en');
    await assert.rejects(render("{{link 'https://elsewhere.example'}}"), /slash/);
  });

  it('writes amounts as the language does', async () => {
    const amounts = [30_000_000, 1_250_000, 80_000, 12_000_000_000].map((fen) => ({ fen }));
    const source = '{{#each amounts}}{{money fen}}|{{/each}}';
    assert.equal(await render(source, { amounts }), '30 万元|1.25 万元|800 元|1.2 亿元|');
    assert.equal(await render(source, { amounts }, 'en'), 'CNY 300,000|CNY 12,500|CNY 800|CNY 120,000,000|');
    assert.equal(await render('{{money price}}', { price: { fen: 5_000_000, currency: 'USD' } }), '5 万美元');
  });

  it('writes days and instants in Asia/Shanghai', async () => {
    const locals = { at: new Date('2026-11-22T18:30:00Z'), day: '2026-11-23' };
    assert.equal(await render('{{date at time=true plain=true}}', locals), '2026-11-23 02:30');
    assert.equal(await render('{{date day weekday=true plain=true}}', locals), '2026-11-23 周一');
    assert.equal(
      await render('{{date at}}', locals),
      '<time datetime="2026-11-22T18:30:00.000Z">2026-11-23</time>',
    );
  });

  it('marks words without letting the text become markup', async () => {
    const locals = {
      text: '<b>焊接变形</b>',
      ranges: [
        [5, 7],
        [3, 6],
        [90, 99],
      ],
    };
    assert.equal(
      await render('{{marked text ranges}}', locals),
      '&lt;b&gt;<mark>焊接变</mark><mark>形</mark>&lt;/b&gt;',
    );
  });

  it('tells the language of a text in another one', async () => {
    const locals = { title: { text: 'Weld', language: 'en' } };
    assert.equal(await render('{{localized title}}', locals), '<span lang="en">Weld</span>');
    assert.equal(await render('{{localized title}}', locals, 'en'), 'Weld');
  });

  it('refuses a question asked wrongly', async () => {
    await assert.rejects(render("{{field 'text' name='a'}}"), /label/);
    await assert.rejects(render("{{field 'text' name='a' label='A' colour='red'}}"), /takes no colour/);
    await assert.rejects(render("{{field 'guess' name='a' label='A'}}"), /no kind of field guess/);
  });
});
