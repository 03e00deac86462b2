import assert from 'node:assert/strict';
import type { Actor } from '../../server/accounts/actor.ts';
import type { NewDraft } from '../../server/listings/listingDrafts.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { DEMAND_CONTENT, type Market, prepareMarket } from '../support/market.ts';
import { signedIn } from '../support/signedIn.ts';
import type { Visitor } from '../support/visitor.ts';

const FORM = 'main form.form';
let app: TestApp;
let market: Market;
let researcher: Visitor;

before(async () => {
  app = await startApp();
  market = await prepareMarket(app);
  researcher = await signedIn(app, 'researcher');
});
after(() => app.close());

const stored = (reference: string) => app.services.stores.listings.get(reference);

async function move(reference: string, actor: Actor, event: string) {
  const { revision } = await stored(reference);
  return app.services.listings.moves.move({ actor, reference, revision, event });
}

function start(more: Partial<NewDraft> = {}) {
  const own = { actor: market.people.researcher, kind: 'demand', originalLanguage: 'zh' } as const;
  return app.services.listings.drafts.start({ ...own, content: DEMAND_CONTENT, ...more });
}

describe('a draft that was never published', () => {
  it('is deleted after being asked, twice pressed only once, and is nowhere any more', async () => {
    const { _id } = await start({ content: { ...DEMAND_CONTENT, title: { zh: '再也不要的草稿' } } });
    await researcher.open(`/my/listings/${_id}`);
    await researcher.follow('删除草稿');
    assert.ok(researcher.page.has('编号不再使用'));
    const form = researcher.page.form(FORM);
    const press = () =>
      researcher.agent
        .post(form.action)
        .type('form')
        .set('Sec-Fetch-Site', 'same-origin')
        .send(new URLSearchParams(form.values).toString());
    for (const answer of [await press(), await press()])
      assert.deepEqual([answer.status, answer.headers.location], [303, '/my/listings']);
    const list = await researcher.open('/my/listings');
    assert.ok(list.has(`草稿 ${_id} 已删除`) && !list.has('再也不要的草稿'), list.text);
    for (const path of [`/my/listings/${_id}`, `/my/listings/${_id}/acts/discard`, `/listings/${_id}`])
      assert.equal((await researcher.open(path)).status, 404, path);
    const left = await stored(_id);
    assert.deepEqual([left.draft, left.live, left.publication], [null, null, 'discarded']);
    assert.equal(left.history.filter(({ event }) => event === 'discard').length, 1);
    await app.drain();
    const logged = await app.models.eventLog.find({ 'subject.id': _id }, { name: 1 }).lean();
    assert.deepEqual(logged.map(({ name }) => name).sort(), ['listing.discard', 'listing.start']);
    assert.deepEqual(
      (await app.services.search.compare('matching', '', 1_000)).filter(({ id }) => id === _id),
      [],
    );
  });

  it('takes nothing more, and a form or an import of the same record begins another', async () => {
    const begin = () => start({ external: { source: 'library', id: 'B-17' } });
    const { _id } = await begin();
    await assert.rejects(begin(), { code: 11000 });
    await move(_id, market.people.researcher, 'discard');
    for (const event of ['save', 'submit', 'discard'])
      await assert.rejects(move(_id, market.people.researcher, event), {
        explanation: 'listings:notPossible',
      });
    const again = await begin();
    assert.notEqual(again._id, _id);
    await move(again._id, market.people.researcher, 'discard');
  });

  it('cannot be deleted while it is in review, nor by anybody else', async () => {
    const { _id } = await start();
    await assert.rejects(move(_id, market.people.city, 'discard'), { kind: 'forbidden' });
    await move(_id, market.people.researcher, 'submit');
    await researcher.open(`/my/listings/${_id}`);
    assert.throws(() => researcher.page.link('删除草稿'));
    await move(_id, market.people.researcher, 'take-back');
    const english = await researcher.open(`/en/my/listings/${_id}/acts/discard`);
    assert.equal(english.heading, 'Delete this draft');
    await researcher.submit({}, { form: FORM });
    assert.equal((await stored(_id)).publication, 'discarded');
  });
});
