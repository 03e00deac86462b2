import assert from 'node:assert/strict';
import type { QueryReport } from '../../models/embedded/store.ts';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';
import { signedIn } from '../support/signedIn.ts';

describe('a page that is shown again', () => {
  let world: BrowseWorld;
  let reference = '';
  const reads: QueryReport[] = [];
  before(async () => {
    world = await openBrowseWorld({
      variables: { TRUST_PROXY: 'loopback' },
      onQuery: (report) => reads.push(report),
    });
    reference = await world.publish('achievement', { title: { zh: '低温钎焊', en: 'Brazing when cold' } });
  });
  after(() => world.close());

  /** What somebody new gets, and how much of the store was read for it. */
  async function ask(path: string, from = '198.51.100.1') {
    reads.length = 0;
    const asked = world.visitor().agent.get(path).set('X-Forwarded-For', from);
    const { text, headers, status } = await asked;
    return { text: String(text), headers, status, reads: reads.length };
  }

  for (const path of ['/', '/achievements', '/search?q=brazing', '/en/achievements']) {
    it(`${path} is made once while nothing is written, and is the same with all it is sent with`, async () => {
      const first = await ask(path);
      const second = await ask(path);
      assert.ok(first.reads > 0);
      assert.equal(second.reads, 0);
      assert.equal(second.text, first.text);
      const { date: _date, 'x-request-id': id, ...headers } = first.headers;
      const { date: _other, 'x-request-id': otherId, ...again } = second.headers;
      assert.deepEqual(again, headers);
      assert.notEqual(otherId, id);
    });
  }

  it('is answered as unchanged to who has it', async () => {
    const { headers } = await ask('/achievements');
    const again = await world.visitor().agent.get('/achievements').set('If-None-Match', String(headers.etag));
    assert.equal(again.status, 304);
  });

  it('is made anew as soon as anything was written, so nothing withdrawn is shown', async () => {
    assert.ok((await ask('/achievements')).text.includes('低温钎焊'));
    const { revision } = await world.services.stores.listings.get(reference);
    await world.services.listings.moves.move({
      actor: world.market.people.researcher,
      reference,
      revision,
      event: 'withdraw',
    });
    for (const path of ['/', '/achievements', '/search?q=brazing', '/en/achievements']) {
      const { text } = await ask(path);
      assert.ok(!text.includes('低温钎焊') && !text.includes('Brazing when cold'), path);
    }
    assert.equal((await ask(`/listings/${reference}`)).status, 410);
  });

  it('is each language’s own, and another day’s another', async () => {
    await world.publish('achievement', { title: { zh: '冷焊', en: 'Cold welding' } });
    assert.ok((await ask('/achievements')).text.includes('lang="zh-CN"'));
    assert.ok((await ask('/en/achievements')).text.includes('<html lang="en"'));
    await ask('/achievements');
    world.clock.set('2026-07-01T08:00:00+08:00');
    assert.ok((await ask('/achievements')).reads > 0);
  });

  it('is neither taken from nor given to people with a session', async () => {
    const buyer = await signedIn(world, 'buyer');
    const own = async () => String((await buyer.agent.get('/achievements')).text);
    assert.ok((await own()).includes('/sign-out'));
    const { text } = await ask('/achievements');
    assert.ok(!text.includes('/sign-out'));
    assert.ok((await own()).includes('/sign-out'));
    assert.ok(!(await ask('/')).text.includes('csrfToken'), 'no page of everybody holds a token');
  });

  it('counts every look at a listing, and notes every search in vain', async () => {
    const seen = await world.publish('achievement', { title: { zh: '真空钎焊' } });
    for (let look = 0; look < 3; look += 1) await ask(`/listings/${seen}`);
    assert.equal((await ask(`/listings/${seen}`)).reads, 0);
    await world.services.browsing.viewCounts.flush();
    const [{ count = 0 } = {}] = await world.models.viewCounts.find({ listing: seen }).lean();
    assert.equal(count, 4);
    for (const from of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) await ask('/search?q=zzyzx', from);
    assert.deepEqual(
      (await world.services.savedSearches.unmet.shown()).map(({ text, count: times }) => [text, times]),
      [['zzyzx', 3]],
    );
  });
});
