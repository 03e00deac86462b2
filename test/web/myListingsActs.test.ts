import assert from 'node:assert/strict';
import type { ListingRecord } from '../../models/records.ts';
import type { Actor } from '../../server/accounts/actor.ts';
import { startApp, type TestApp } from '../support/app.ts';
import {
  addPatent,
  DEMAND_CONTENT,
  type Market,
  PATENT_CONTENT,
  PATENT_ID,
  prepareMarket,
  publish,
} from '../support/market.ts';
import { signedIn } from '../support/signedIn.ts';
import type { Visitor } from '../support/visitor.ts';

const FORM = 'main form.form';
let app: TestApp;
let market: Market;
let researcher: Visitor;
let published: ListingRecord;

before(async () => {
  app = await startApp();
  market = await prepareMarket(app);
  await addPatent(app, PATENT_ID);
  researcher = await signedIn(app, 'researcher');
  published = await publish(app, market, market.people.researcher, 'patent', PATENT_CONTENT);
});
after(() => app.close());

const stored = (reference: string) => app.services.stores.listings.get(reference);

async function move(
  reference: string,
  actor: Actor,
  event: string,
  more: object = {},
): Promise<ListingRecord> {
  const { revision } = await stored(reference);
  return app.services.listings.moves.move({ actor, reference, revision, event, ...more });
}

describe('the owner of a published listing', () => {
  it('edits while the live version stays, and sees word by word what would change', async () => {
    await researcher.open(`/my/listings/${published._id}/detail`);
    await researcher.submit(
      { 'benefit.zh': '废品率由 8% 降到 1.2%,每吨节约 260 元。' },
      { form: '.form-main form.form', button: '保存草稿' },
    );
    const page = researcher.page;
    assert.ok(page.texts('ins').join('').includes('2'), page.text);
    assert.ok(page.has('公开的仍是原来的版本'));
    const { live, draft } = await stored(published._id);
    assert.deepEqual(live?.content.benefit, PATENT_CONTENT.benefit);
    assert.notDeepEqual(draft?.content.benefit, PATENT_CONTENT.benefit);
    const visitor = await app.visitor().open(`/listings/${published._id}`);
    assert.ok(visitor.has('1.5%') && !visitor.has('1.2%'));
  });

  it('discards the changes after being asked', async () => {
    await researcher.open(`/my/listings/${published._id}`);
    await researcher.follow('放弃修改');
    assert.ok(researcher.page.has('不能恢复'));
    await researcher.submit({}, { form: FORM });
    assert.equal((await stored(published._id)).draft, null);
    await researcher.open(`/my/listings/${published._id}`);
    assert.throws(() => researcher.page.link('放弃修改'), 'nothing is left to discard');
  });

  it('withdraws, twice pressed only once, and posts again', async () => {
    await researcher.open(`/my/listings/${published._id}/acts/withdraw`);
    const form = researcher.page.form(FORM);
    const press = () =>
      researcher.agent
        .post(form.action)
        .type('form')
        .set('Sec-Fetch-Site', 'same-origin')
        .send(new URLSearchParams(form.values).toString());
    for (const answer of [await press(), await press()]) assert.equal(answer.status, 303);
    const withdrawn = await stored(published._id);
    assert.equal(withdrawn.publication, 'withdrawn');
    assert.equal(withdrawn.history.filter(({ event }) => event === 'withdraw').length, 1);
    assert.equal((await app.visitor().open(`/listings/${published._id}`)).has('每吨节约'), false);
    await researcher.open(`/my/listings/${published._id}`);
    await researcher.follow('重新发布');
    const again = await researcher.submit({}, { form: FORM });
    assert.ok(again.has('待审核'), again.text);
    await researcher.follow('撤回提交');
    await researcher.submit({}, { form: FORM });
    assert.equal((await stored(published._id)).review, 'none');
  });

  it('is told when an act is not possible any more', async () => {
    const late = await researcher.open(`/my/listings/${published._id}/acts/conclude`);
    assert.equal(late.status, 200);
    assert.throws(() => late.form(FORM));
    assert.equal((await researcher.open(`/my/listings/${published._id}/acts/approve`)).status, 404);
  });
});

describe('a listing that was returned or rejected', () => {
  it('shows the reason and the words of the reviewer, and goes back with an appeal', async () => {
    const { _id } = await app.services.listings.drafts.start({
      actor: market.people.researcher,
      kind: 'demand',
      content: DEMAND_CONTENT,
      originalLanguage: 'zh',
    });
    await move(_id, market.people.researcher, 'submit');
    await move(_id, market.people.city, 'return', { reason: 'no-figures', text: '请补充现在的漏气率。' });
    const returned = await researcher.open(`/my/listings/${_id}`);
    assert.ok(returned.has('缺少可核对的指标') && returned.has('请补充现在的漏气率。'), returned.text);
    assert.ok(!returned.text.includes('city'), 'nobody of the office is named');
    await move(_id, market.people.researcher, 'submit');
    await move(_id, market.people.city, 'reject', { reason: 'duplicate', text: '与另一条重复。' });
    await researcher.open(`/my/listings/${_id}`);
    await researcher.follow('申诉');
    assert.equal((await researcher.submit({}, { form: FORM })).status, 422);
    const appealed = await researcher.submit({ text: '那一条是另一种泵。' }, { form: FORM });
    assert.ok(appealed.has('那一条是另一种泵。'));
    assert.deepEqual(
      [(await stored(_id)).review, (await stored(_id)).reviewLevel],
      ['submitted', 'province'],
    );
  });
});

describe('a demand that ends', () => {
  it('is closed with its outcome', async () => {
    const demand = await publish(app, market, market.people.buyer, 'demand', DEMAND_CONTENT);
    const buyer = await signedIn(app, 'buyer');
    await buyer.open(`/my/listings/${demand._id}/acts/conclude`);
    assert.equal((await buyer.submit({}, { form: FORM })).status, 422);
    await buyer.submit({ reason: 'solved-elsewhere' }, { form: FORM });
    assert.ok(buyer.page.has('通过其他途径解决'));
    assert.equal((await stored(demand._id)).publication, 'concluded');
  });
});

describe('a house that approves its own submissions first', () => {
  it('lets a member propose, the approver hand back and submit', async () => {
    const house = { name: { zh: '东海大学' }, requiresApproval: true };
    await market.addOrganisation('university', house);
    const since = new Date();
    const member = (role: 'member' | 'approver') => ({
      memberships: [{ organisationId: 'university', role, state: 'active' as const, since }],
    });
    const { isNotSecret: _secret, isTruthful: _truthful, ...withoutPromises } = DEMAND_CONTENT;
    const author = await market.addPerson('author', member('member'));
    await market.addPerson('chief', member('approver'));
    const { _id } = await app.services.listings.drafts.start({
      actor: author,
      kind: 'demand',
      content: withoutPromises,
      originalLanguage: 'zh',
    });
    const writer = await signedIn(app, 'author');
    await writer.open(`/my/listings/${_id}/statement`);
    assert.deepEqual(
      writer.page.form(FORM).buttons.map(({ value }) => value),
      ['propose', 'save'],
    );
    const promises = { isNotSecret: 'true', isTruthful: 'true' };
    const proposed = await writer.submit(promises, { form: FORM, button: '送本单位审批' });
    assert.ok(proposed.has('等本单位审批人确认'), proposed.text);
    const chief = await signedIn(app, 'chief');
    await chief.open(`/my/listings/${_id}`);
    await chief.follow('退回起草人');
    await chief.submit({ text: '请写明泵的型号。' }, { form: FORM });
    assert.ok((await writer.open(`/my/listings/${_id}`)).has('请写明泵的型号。'));
    await chief.open(`/my/listings/${_id}/statement`);
    await chief.submit(promises, { form: FORM, button: '提交审核' });
    assert.equal((await stored(_id)).review, 'submitted');
  });
});
