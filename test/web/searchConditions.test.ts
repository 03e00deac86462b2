import assert from 'node:assert/strict';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';

describe('conditions among the words of a search', () => {
  let world: BrowseWorld;
  before(async () => {
    world = await openBrowseWorld();
    await world.publish('achievement', { title: { en: 'Wear-resistant coating' }, maturity: '8' });
    await world.publish('achievement', { title: { en: 'Coating of seeds' }, maturity: '6' });
  });
  after(() => world.close());

  const open = (path: string) => world.visitor().open(path);
  const encoded = encodeURIComponent;

  it('become chips and leave the words in the box', async () => {
    const page = await open(`/en/achievements?q=${encoded('coating trl:8')}`);
    assert.equal(page.$('#browse-search').val(), 'coating');
    assert.ok(page.texts('.chip').some((text) => text.includes('TRL 8')));
    assert.deepEqual(page.texts('.card-title'), ['Wear-resistant coating']);
  });

  it('are asked for exactly', async () => {
    const page = await open(`/achievements?q=${encoded('coating 成熟度:9')}`);
    assert.equal(page.texts('.card-title').length, 0);
  });

  it('are explained on the page, in both languages', async () => {
    assert.ok(
      (await open('/achievements')).texts('.search-tips li').some((text) => text.includes('地区:沈阳')),
    );
    assert.ok(
      (await open('/en/achievements')).texts('.search-tips li').some((text) => text.includes('ipc:C22C')),
    );
  });
});
