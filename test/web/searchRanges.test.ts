import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';

const price = (wan: number) => ({ priceForm: 'fixed', price: { fen: wan * 1_000_000, currency: 'CNY' } });

describe('ranges of a list', () => {
  let world: BrowseWorld;
  before(async () => {
    world = await openBrowseWorld();
    const publish = (en: string, content: object, day: string) =>
      world.publish(
        'achievement',
        { title: { en }, ...content },
        { publishedAt: new Date(`${day}+08:00`), confirmedAt: world.clock.now() },
      );
    await publish('Early coating', { maturity: '3', ...price(5) }, '2026-03-01T00:00:00');
    await publish('Pilot coating', { maturity: '6', ...price(12.5) }, '2026-03-02T23:59:59');
    await publish('Mature coating', { maturity: '9', ...price(200) }, '2026-03-03T00:00:00');
  });
  after(() => world.close());

  const open = (path: string) => world.visitor().open(path);
  const titles = async (path: string) => (await open(path)).texts('.card-title').sort();

  it('include both ends, on every list and with words', async () => {
    assert.deepEqual(await titles('/en/achievements?trl-from=3&trl-to=6'), [
      'Early coating',
      'Pilot coating',
    ]);
    assert.deepEqual(await titles('/en/search?q=coating&price-from=12.5'), [
      'Mature coating',
      'Pilot coating',
    ]);
    assert.deepEqual(await titles('/en/achievements?price-to=12.4999'), ['Early coating']);
    for (const list of ['/patents', '/open-licences', '/demands'])
      assert.deepEqual(await titles(`${list}?trl-from=9`), []);
  });

  it('take days as they are in Shanghai, from their first to their last instant', async () => {
    assert.deepEqual(await titles('/en/achievements?published-from=2026-03-01&published-to=2026-03-02'), [
      'Early coating',
      'Pilot coating',
    ]);
    assert.deepEqual(await titles('/en/achievements?published-from=2026-03-03'), ['Mature coating']);
  });

  it('are chips that can be removed, and stay in every form and link of the page', async () => {
    for (const [language, chip] of [
      ['', '价格（万元）10 至 20'],
      ['/en', 'Price 10 to 20 × CNY 10,000'],
    ]) {
      const page = await open(`${language}/achievements?price-from=10&price-to=20&trl-from=2`);
      assert.ok(
        page.texts('.chip').some((text) => text === chip),
        page.texts('.chip').join(),
      );
      assert.deepEqual(page.texts('.card-title').length, 1);
      const hrefs = page
        .$('.chip a')
        .map((_index, link) => page.$(link).attr('href'))
        .get();
      assert.ok(hrefs.includes(`${language}/achievements?price-from=10&price-to=20`));
      assert.equal(page.$('.search input[name=price-from]').val(), '10');
      assert.equal(page.$('.browse-sort input[name=trl-from]').val(), '2');
      assert.equal(page.$('#range-price-to').val(), '20');
      for (const link of page.$('.browse-keep a, .tabs a').toArray())
        assert.match(String(page.$(link).attr('href')), /trl-from=2&price-from=10&price-to=20/);
    }
  });

  it('keep the other choices when the form is sent, without script', async () => {
    const visitor = world.visitor();
    const form = (await visitor.open('/en/search?q=coating&trl=6')).form('.browse-facets form');
    assert.ok(form.names.has('price-to'));
    const sent = new URLSearchParams([
      ...form.values.filter(([name]) => name !== 'price-to'),
      ['price-to', '20'],
    ]);
    const page = await visitor.open(`${form.action}?${sent}`);
    assert.deepEqual(page.texts('.card-title'), ['Pilot coating']);
    assert.equal(page.texts('.chip').length, 3);
  });

  it('that leave nothing can be changed on the same page, and dropped by advice', async () => {
    const page = await open('/en/achievements?q=coating&price-from=900');
    assert.equal(page.$('#range-price-from').val(), '900');
    assert.ok(
      page.$('a').filter((_i, link) => page.$(link).text().includes('Without the condition')).length > 0,
    );
  });

  it('that say nothing are told beside their box with what was typed; all else is kept', async () => {
    for (const query of [
      'trl-from=0',
      'trl-to=x',
      'price-from=-1',
      'price-to=1e3',
      'price-from=9&price-to=3',
      'published-from=2026-02-30',
      'published-to=0001-01-01',
      'published-from=2026-03-02&published-to=2026-03-01',
      'trl-from=1&trl-from=2',
    ]) {
      const page = await open(`/en/search?q=coating&trl=6&${query}`);
      assert.equal(page.status, 400, query);
      assert.equal(page.$('[aria-invalid=true]').length, 1, query);
      assert.equal(page.$('input[name=q][type=hidden]').val(), 'coating');
      assert.equal(page.$('input[name=trl]').val(), '6');
      assert.deepEqual(page.texts('.card-title'), []);
    }
    const page = await open('/search?trl-to=十');
    assert.equal(page.$('#range-trl-to').val(), '十');
    const wrongDay = await open('/search?published-from=2026-02-30');
    assert.equal(wrongDay.$('#range-published-from').attr('type'), 'text');
    assert.equal(wrongDay.$('#range-published-from').val(), '2026-02-30');
    assert.match(wrongDay.summary.join(), /发布日期范围/);
    assert.equal(page.$('#range-trl-to').attr('aria-describedby'), 'range-trl-to-error');
  });

  it('are refused by name in feeds and the data interface, and obeyed there', async () => {
    assert.equal((await open('/feed?trl-from=x')).status, 400);
    const { agent } = world.visitor();
    const answer = await agent.get('/api/v1/listings?price-from=5&price-to=13');
    assert.equal(answer.body.total, 2);
    const feed = await agent.get('/en/feed?price-from=100').buffer(true);
    const text = String(feed.text ?? feed.body);
    assert.ok(text.includes('Mature coating') && !text.includes('Pilot coating'));
    assert.equal((await open('/api/v1/listings?price-from=5&price-to=1')).status, 400);
  });

  it('find what everybody may read and nothing else, whatever is asked for', async () => {
    const hidden = { visibility: 'silent', publication: 'published' } as const;
    await world.publish('demand', { minimumMaturity: '6', budget: price(12).price }, hidden);
    await world.publish('achievement', { maturity: '6', ...price(12) }, { publication: 'suspended' });
    const shown: [title: string, trl: number, wan: number][] = [
      ['Early coating', 3, 5],
      ['Pilot coating', 6, 12.5],
      ['Mature coating', 9, 200],
    ];
    const level = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    const wan = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }));
    const sorted = ([one, other]: [number, number]) => [Math.min(one, other), Math.max(one, other)] as const;
    await fc.assert(
      fc.asyncProperty(level, wan, async (levels, amounts) => {
        const [low, high] = sorted(levels);
        const [least, most] = sorted(amounts);
        const found = await titles(
          `/en/search?trl-from=${low}&trl-to=${high}&price-from=${least}&price-to=${most}`,
        );
        const expected = shown.filter(
          ([, trl, amount]) => trl >= low && trl <= high && amount >= least && amount <= most,
        );
        assert.deepEqual(found, expected.map(([title]) => title).sort());
      }),
      { numRuns: 40 },
    );
  });
});
