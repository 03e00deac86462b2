import assert from 'node:assert/strict';
import request from 'supertest';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';
import { readPage } from '../support/page.ts';

const LISTS = ['/search', '/achievements', '/patents', '/open-licences', '/demands'];
const encoded = (text: string) => encodeURIComponent(text);

describe('the browse pages', () => {
  let world: BrowseWorld;
  const references: Record<string, string> = {};
  const open = async (path: string, status = 200) => {
    const response = await request(world.app).get(path).expect(status);
    return readPage(response.text, response.status, path);
  };
  const found = async (path: string) => (await open(path)).texts('.card .reference');

  before(async () => {
    world = await openBrowseWorld();
    references.alloy = await world.publish('achievement');
    references.coating = await world.publish('achievement', {
      title: { zh: '耐磨涂层', en: 'Wear-resistant coating' },
      summary: { zh: '硬度 2200 HV。', en: 'Hardness 2200 HV.' },
      field: 'advanced-manufacturing',
      maturity: '8',
      priceForm: 'fixed',
      price: { fen: 30_000_000, currency: 'CNY' },
      problem: { zh: '刀具切削钛合金三十分钟就磨损。' },
    });
    references.cheap = await world.publish(
      'achievement',
      {
        title: { zh: '便宜的检测方法' },
        summary: { zh: '十分钟出结果。' },
        field: 'advanced-manufacturing',
        priceForm: 'fixed',
        price: { fen: 5_000_000, currency: 'CNY' },
      },
      { confirmedAt: new Date('2025-06-01T00:00:00Z') },
    );
    references.demand = await world.publish('demand', { title: { zh: '铝合金焊接变形控制' } });
    references.silent = await world.publish(
      'demand',
      { title: { zh: '静默的铝合金需求' } },
      { visibility: 'silent' },
    );
    references.stale = await world.publish('achievement', { title: { zh: '已撤回的铝合金成果' } });
    await world.models.listings.updateOne({ _id: references.stale }, { $set: { publication: 'withdrawn' } });
  });
  after(() => world.close());

  for (const path of LISTS) {
    it(`answers ${path} in both languages`, async () => {
      assert.equal((await open(path)).language, 'zh-CN');
      assert.equal((await open(`/en${path}`)).language, 'en');
    });
  }

  it('finds by text in all kinds, marks what was found and counts every kind', async () => {
    const page = await open(`/search?q=${encoded('铝合金')}`);
    assert.deepEqual(
      page.texts('.card .reference').toSorted(),
      [references.alloy, references.demand].toSorted(),
    );
    assert.deepEqual(new Set(page.texts('.card-title mark')), new Set(['铝合金']));
    assert.equal(page.texts('.tabs .count').length, 5);
    assert.ok(page.has('约 2 条'), 'a withdrawn listing the index still has makes the total an estimate');
  });

  it('finds English and Chinese words on pages of either language', async () => {
    assert.deepEqual(await found('/en/search?q=coating'), [references.coating]);
    assert.deepEqual(await found('/search?q=Wear-resistant'), [references.coating]);
    assert.deepEqual(await found(`/en/search?q=${encoded('涂层')}`), [references.coating]);
    const page = await open('/search?q=coating');
    assert.equal(page.texts('.card-title')[0], '耐磨涂层');
  });

  it('never shows a silent demand, and nobody by a firm’s name what is anonymous', async () => {
    assert.deepEqual(await found(`/search?q=${encoded('静默')}`), []);
    for (const name of ['连湾泵业有限公司', '连湾泵业', 'Lianwan', 'firm']) {
      assert.deepEqual(await found(`/demands?q=${encoded(name)}`), [], name);
    }
    for (const path of [
      '/demands',
      '/search',
      '/',
      '/en/demands',
      '/feed?kind=demand',
      '/api/v1/listings?kind=demand',
      `/listings/${references.demand}`,
    ]) {
      const { text } = await request(world.app).get(path).expect(200);
      for (const secret of ['连湾', 'Lianwan', '大连', '"firm"', '2102'])
        assert.ok(!text.includes(secret), `${secret} on ${path}`);
    }
  });

  it('narrows by facets, each value an alternative', async () => {
    assert.deepEqual(await found('/achievements?field=new-materials'), [references.alloy]);
    assert.equal((await found('/achievements?field=new-materials&field=advanced-manufacturing')).length, 3);
    assert.deepEqual(await found('/achievements?field=advanced-manufacturing&trl=8'), [references.coating]);
    assert.deepEqual(await found('/demands?region=21'), [references.demand]);
    assert.deepEqual(await found('/demands?region=2102'), []);
    assert.equal((await found('/achievements?region=2101')).length, 3);
    assert.deepEqual(
      (await found('/achievements?freshness=90-days')).toSorted(),
      [references.alloy, references.coating].toSorted(),
    );
  });

  it('counts a facet without its own choice and keeps the rest of the query in its form', async () => {
    const page = await open(`/achievements?q=${encoded('方法')}&field=new-materials&sort=price`);
    const form = page.$('#facets form');
    assert.equal(form.find('input[type=hidden][name=q]').attr('value'), '方法');
    assert.equal(form.find('input[type=hidden][name=sort]').attr('value'), 'price');
    assert.equal(form.find('#facet-field-advanced-manufacturing').attr('checked'), undefined);
    assert.equal(form.find('#facet-field-new-materials').attr('checked'), 'checked');
    assert.match(page.$('label[for=facet-field-advanced-manufacturing]').text(), /先进制造 1/);
  });

  it('shows chips that take one condition away each', async () => {
    const page = await open(`/achievements?q=${encoded('方法')}&trl=6&trl=8`);
    const chips = page
      .$('.chips .chip a')
      .toArray()
      .map((link) => decodeURIComponent(page.$(link).attr('href') ?? ''));
    assert.deepEqual(chips, [
      '/achievements?trl=6&trl=8',
      '/achievements?q=方法&trl=8',
      '/achievements?q=方法&trl=6',
    ]);
  });

  it('sorts by price with what has none last, and by confirmation', async () => {
    assert.deepEqual(await found('/achievements?sort=price'), [
      references.cheap,
      references.coating,
      references.alloy,
    ]);
    assert.equal((await found('/achievements?sort=verified')).at(-1), references.cheap);
    assert.equal((await found('/achievements?sort=newest'))[0], references.alloy);
    assert.equal((await found('/achievements?sort=expiring')).length, 3);
  });

  it('leads on from an empty list, in the end to a demand with what was typed', async () => {
    const page = await open(`/patents?q=${encoded('铝合金 焊丝')}&field=nuclear`);
    assert.ok(page.has('没有找到与“铝合金 焊丝”相符的条目'));
    const draft = new URL(page.link('把它写成需求'), 'http://market.test');
    assert.equal(draft.pathname, '/my/listings/new/demand');
    assert.equal(draft.searchParams.get('title'), '铝合金 焊丝');
    assert.equal(decodeURIComponent(page.link('只用关键词')), '/patents?q=铝合金+焊丝');
  });

  const refused: [path: string, status: number, says: string][] = [
    ['/achievements?colour=red', 400, 'colour'],
    ['/achievements?field=alchemy', 400, 'field'],
    ['/achievements?field[]=nuclear', 400, 'field[]'],
    ['/achievements?q=a&q=b', 400, 'q'],
    ['/achievements?sort=worst', 400, 'sort'],
    ['/achievements?page=0', 400, 'page'],
    ['/achievements?page=1000000000', 404, ''],
    ['/achievements?page=2', 404, ''],
    ['/feed?kind=organisation', 400, 'kind'],
  ];
  for (const [path, status, says] of refused) {
    it(`answers ${path} with ${status}`, async () => {
      const page = await open(path, status);
      assert.ok(page.text.includes(says));
      assert.equal((await open(`/en${path}`, status)).language, 'en');
    });
  }

  it('refuses broken addresses without a server error', async () => {
    for (const path of [
      '/search?q=%00',
      '/search?q=%ff%fe',
      `/search?q=${'x'.repeat(10_001)}`,
      '/search?q=%ED%A0%80',
    ]) {
      await request(world.app).get(path).expect(400);
    }
  });

  it('finds by a pasted passage', async () => {
    const passage = `我们需要一种低温高强度铝合金，${'零下六十度仍然不变脆，'.repeat(100)}`;
    assert.ok((await found(`/achievements?q=${encoded(passage)}`)).includes(String(references.alloy)));
  });

  it('answers whatever is typed into the box', async () => {
    for (const text of [
      '"',
      "'; DROP TABLE",
      '<script>alert(1)</script>',
      '((((',
      '-',
      '铝*',
      'a AND',
      '\\',
      '{{q}}',
      '%',
      'ZL 2017 1 0601862.3',
      '🧪',
    ]) {
      const page = await open(`/search?q=${encoded(text)}`);
      assert.equal(page.$('#browse-search').attr('value'), text.trim());
      assert.ok(!page.html.includes('<script>alert'));
    }
  });

  it('pages through more than one page with an address for each', async () => {
    for (let index = 0; index < 22; index += 1)
      await world.publish('patent', { title: { zh: `批量专利 ${index}` } });
    const first = await open(`/patents?q=${encoded('批量')}`);
    assert.equal(first.texts('.card').length, 20);
    const second = await open(first.link('下一页'));
    assert.equal(second.texts('.card').length, 2);
    assert.equal(new Set([...first.texts('.card .reference'), ...second.texts('.card .reference')]).size, 22);
    await open(`/patents?q=${encoded('批量')}&page=3`, 404);
  });

  it('offers a feed of the same query, well formed', async () => {
    const page = await open(`/en/achievements?q=coating&trl=8`);
    const response = await request(world.app)
      .get(page.link('Atom'))
      .expect(200)
      .expect('Content-Type', /atom\+xml/);
    assert.match(response.text, /<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom" xml:lang="en">/);
    assert.match(response.text, /<title>Wear-resistant coating<\/title>/);
    assert.match(response.text, new RegExp(`http://market.test/en/listings/${references.coating}`));
    assert.equal(response.text.match(/<entry/g)?.length, 1);
  });

  it('lists every public page in the sitemap and nothing else', async () => {
    const index = await request(world.app).get('/sitemap.xml').expect(200).expect('Content-Type', /xml/);
    assert.match(index.text, /http:\/\/market\.test\/sitemaps\/demand\.xml/);
    const demands = await request(world.app).get('/sitemaps/demand.xml').expect(200);
    assert.match(demands.text, new RegExp(`/en/listings/${references.demand}`));
    assert.ok(!demands.text.includes(String(references.silent)));
    const achievements = await request(world.app).get('/sitemaps/achievement.xml').expect(200);
    assert.ok(!achievements.text.includes(String(references.stale)));
    await request(world.app).get('/sitemaps/pages.xml').expect(200);
    await request(world.app).get('/sitemaps/secrets.xml').expect(404);
  });
});
