import assert from 'node:assert/strict';
import { load } from 'cheerio';
import request from 'supertest';
import { type BrowseWorld, openBrowseWorld, SHY_FIRM } from '../support/browseWorld.ts';

describe('the browse pages', () => {
  let world: BrowseWorld;
  const get = (path: string) => request(world.app).get(path);
  const references: Record<string, string> = {};

  before(async () => {
    world = await openBrowseWorld();
    references.alloy = await world.publish('achievement');
    references.coating = await world.publish('achievement', {
      title: { zh: '耐磨涂层', en: 'Wear-resistant coating' },
      summary: { zh: '硬度 2200 HV。', en: 'Hardness 2200 HV.' },
      field: 'advanced-manufacturing',
      problem: { zh: '刀具在切削钛合金时三十分钟就磨损。' },
    });
    references.demand = await world.publish('demand', { title: { zh: '铝合金焊接变形控制' } });
    references.silent = await world.publish(
      'demand',
      { title: { zh: '静默的铝合金需求' } },
      { visibility: 'silent' },
    );
  });
  after(() => world.close());

  for (const path of ['/', '/search', '/achievements', '/patents', '/open-licences', '/demands', '/api/v1']) {
    for (const prefix of ['', '/en']) {
      it(`answers ${prefix}${path}`, async () => {
        const response = await get(prefix + path).expect(200);
        assert.match(response.text, new RegExp(`<html lang="${prefix === '' ? 'zh-CN' : 'en'}"`));
      });
    }
  }

  it('finds by text, marks what was found and counts every kind', async () => {
    const page = load((await get(`/search?q=${encodeURIComponent('铝合金')}`).expect(200)).text);
    const cards = page('.card .reference')
      .toArray()
      .map((element) => page(element).text());
    assert.deepEqual(cards.toSorted(), [references.alloy, references.demand].toSorted());
    assert.equal(page('.card-title mark').first().text(), '铝合金');
    assert.deepEqual(
      page('.tabs .count')
        .toArray()
        .map((element) => page(element).text()),
      ['2', '1', '0', '0', '1'],
    );
  });
});
