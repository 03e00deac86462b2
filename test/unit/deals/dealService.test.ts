import assert from 'node:assert/strict';
import type { Actor } from '../../../server/accounts/actor.ts';
import type { DealRecord, DealTerms } from '../../../server/deals/deal.ts';
import { canReadParty } from '../../../server/deals/dealPermissions.ts';
import { ApplicationError } from '../../../server/errors.ts';
import { newId } from '../../../server/newId.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { EXCLUSIVE_TERMS } from '../../support/exclusiveTerms.ts';
import {
  addPatent,
  DEMAND_CONTENT,
  type Market,
  PATENT_CONTENT,
  PATENT_ID,
  prepareMarket,
  publish,
} from '../../support/market.ts';

const ANSWERS = { cooperation: '普通许可', unclear: '能否先做样件', about: '连湾泵业,年产泵壳 12 万件' };

const TERMS: DealTerms = { ...EXCLUSIVE_TERMS, periodFrom: '2026-04-01', periodTo: '2031-03-31' };

describe('a deal', () => {
  let app: TestApp;
  let market: Market;
  let reference: string;

  before(async () => {
    app = await startApp();
    market = await prepareMarket(app);
    await addPatent(app, PATENT_ID);
    reference = (await publish(app, market, market.people.researcher, 'patent', PATENT_CONTENT))._id;
  });
  after(() => app.close());

  const service = () => app.services.deals.service;
  const ask = (actor: Actor, more = {}) =>
    app.services.deals.requests.request({
      actor,
      listing: reference,
      requestKind: 'licence',
      answers: ANSWERS,
      submissionKey: newId(),
      ...more,
    });
  const seen = (actor: Actor, deal: DealRecord) => ({ actor, reference: deal._id, revision: deal.revision });
  const refusedWith = (explanation: string) => (error: unknown) =>
    error instanceof ApplicationError && error.explanation === explanation;

  /** From interest to a version of the terms by the owner, both disclosed. */
  async function talk(buyer: Actor, terms = TERMS): Promise<DealRecord> {
    const { researcher } = market.people;
    let deal = await ask(buyer);
    deal = await service().accept(seen(researcher, deal));
    deal = await service().disclose(seen(buyer, deal), { name: '王', mail: 'w@market.test', phone: '' });
    deal = await service().disclose(seen(researcher, deal), { name: '李', mail: 'l@market.test', phone: '' });
    return service().propose(seen(researcher, deal), terms, '首版');
  }

  it('begins with a promise: an answer within five working days', async () => {
    const deal = await ask(market.people.buyer);
    assert.equal(deal.state, 'interest');
    assert.equal(deal.waitingFor, 'owner');
    // Monday 2 March; the fifth working day is Monday 9 March.
    assert.equal(deal.dueAt?.toISOString(), '2026-03-09T15:59:59.999Z');
  });

  it('is made once for a double click', async () => {
    const submissionKey = newId();
    const [first, second] = await Promise.all([
      ask(market.people.buyer, { submissionKey }),
      ask(market.people.buyer, { submissionKey }),
    ]);
    assert.equal(first._id, second._id);
  });

  it('cannot be made about an own listing', async () => {
    await assert.rejects(ask(market.people.researcher), refusedWith('deals:ownListing'));
  });

  it('is declined only with a reason, which stays on it for the other side', async () => {
    const deal = await ask(market.people.buyer);
    const { researcher } = market.people;
    await assert.rejects(service().decline(seen(researcher, deal), { reason: '', text: null }), /reason/);
    const declined = await service().decline(seen(researcher, deal), {
      reason: 'too-early',
      text: '样机还没有做完',
    });
    assert.deepEqual(declined.outcome, { reason: 'too-early', text: '样机还没有做完', side: 'owner' });
    assert.equal(declined.isOverdue, false);
  });

  it('is not changed by somebody who saw an older state', async () => {
    const deal = await ask(market.people.buyer);
    await service().accept(seen(market.people.researcher, deal));
    await assert.rejects(service().accept(seen(market.people.researcher, deal)), /conflict|blocked/);
  });

  it('hides who asks until they disclose themselves, one way', async () => {
    const deal = await ask(market.people.buyer, { isAnonymous: true });
    const { researcher, buyer } = market.people;
    assert.equal(canReadParty(researcher, deal, 'requester'), false);
    assert.equal(canReadParty(buyer, deal, 'owner'), true);
    const accepted = await service().accept(seen(researcher, deal));
    const disclosed = await service().disclose(seen(buyer, accepted), { name: '王', mail: '', phone: '024' });
    assert.equal(canReadParty(researcher, disclosed, 'requester'), true);
    await assert.rejects(
      service().disclose(seen(buyer, disclosed), { name: '王', mail: '', phone: '' }),
      refusedWith('deals:alreadyDisclosed'),
    );
  });

  it('is agreed when the other side confirms the latest version, and not before both are known', async () => {
    const { researcher, buyer } = market.people;
    let deal = await ask(buyer);
    deal = await service().accept(seen(researcher, deal));
    const ordinary = { ...TERMS, licenceKind: 'ordinary' };
    deal = await service().propose(seen(researcher, deal), ordinary, '');
    await assert.rejects(service().agree(seen(researcher, deal), 1), refusedWith('deals:nothingToConfirm'));
    await assert.rejects(service().agree(seen(buyer, deal), 1), refusedWith('deals:discloseFirst'));
    deal = await service().disclose(seen(buyer, deal), { name: '王', mail: '', phone: '1' });
    deal = await service().disclose(seen(researcher, deal), { name: '李', mail: '', phone: '2' });
    deal = await service().propose(
      seen(buyer, deal),
      { ...ordinary, total: { fen: 29_000_000, currency: 'CNY' } },
      '少一点',
    );
    await assert.rejects(service().agree(seen(researcher, deal), 1), /conflict/);
    deal = await service().agree(seen(researcher, deal), 2);
    assert.equal(deal.state, 'agreed');
    assert.equal(deal.agreement?.version, 2);
    assert.deepEqual(deal.proposals.at(-1)?.confirmedBy, ['owner', 'requester']);
  });

  it('refuses a technology amount above the total', async () => {
    const wrong = { ...TERMS, technology: { fen: 30_000_001, currency: 'CNY' } };
    await assert.rejects(talk(market.people.buyer, wrong), /technologyAboveTotal/);
  });

  it('gives an exclusive right to one of two who confirm at once, and the reason to the other', async () => {
    const { buyer, competitor } = market.people;
    const [one, two] = [await talk(buyer), await talk(competitor)];
    const results = await Promise.allSettled([
      service().agree(seen(buyer, one), 1),
      service().agree(seen(competitor, two), 1),
    ]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    assert.match(String(refused?.reason), /taken\.exclusive-licence|rules:exclusive-exclusive/);
    const patent = await app.services.stores.patents.get(PATENT_ID);
    assert.equal(patent.encumbrances.filter(({ kind }) => kind === 'exclusive-licence').length, 1);

    // When it comes to nothing the right is free again.
    const winner = results.find((result) => result.status === 'fulfilled')?.value;
    assert.ok(winner);
    const actor = winner.requester.organisationId === 'firm' ? buyer : competitor;
    await service().fail(seen(actor, winner), { reason: 'price', text: null });
    assert.deepEqual((await app.services.stores.patents.get(PATENT_ID)).encumbrances, []);
  });

  it('is reminded when the promise ran out and counts as unanswered after thirty days', async () => {
    const deal = await ask(market.people.competitor);
    app.clock.pass(9 * 86_400_000);
    await app.services.deals.jobs.remindAndLapse();
    const reminded = await app.services.deals.store.get(deal._id);
    assert.equal(reminded.isOverdue, true);
    const overdue = await app.services.deals.reading.overdue(market.people.province, { skip: 0, limit: 20 });
    assert.ok(overdue.items.some((item) => item.deal._id === deal._id));
    await app.services.deals.jobs.remindAndLapse();
    assert.equal((await app.services.deals.store.get(deal._id)).revision, reminded.revision, 'reminded once');
    app.clock.pass(25 * 86_400_000);
    await app.services.deals.jobs.remindAndLapse();
    assert.equal((await app.services.deals.store.get(deal._id)).state, 'stale');
  });

  it('about a silent demand does not exist for others', async () => {
    const silent = await publish(app, market, market.people.buyer, 'demand', {
      ...DEMAND_CONTENT,
      visibility: 'silent',
    });
    await assert.rejects(ask(market.people.competitor, { listing: silent._id }), /notFound/);
  });
});
