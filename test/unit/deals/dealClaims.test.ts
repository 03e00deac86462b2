import assert from 'node:assert/strict';
import type { Actor } from '../../../server/accounts/actor.ts';
import type { DealRecord, DealTerms } from '../../../server/deals/deal.ts';
import { createDealMoves } from '../../../server/deals/dealMoves.ts';
import { createDealService } from '../../../server/deals/dealService.ts';
import { newId } from '../../../server/newId.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { EXCLUSIVE_TERMS } from '../../support/exclusiveTerms.ts';
import {
  addPatent,
  type Market,
  PATENT_CONTENT,
  PATENT_ID,
  prepareMarket,
  publish,
} from '../../support/market.ts';

/** The patent and the deal are two documents: what is claimed on one has to follow what became of the other. */
describe('a right claimed for a deal', () => {
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
  const seen = (actor: Actor, deal: DealRecord) => ({ actor, reference: deal._id, revision: deal.revision });
  const held = async () => (await app.services.stores.patents.get(PATENT_ID)).encumbrances;

  async function talk(terms: DealTerms): Promise<DealRecord> {
    const { buyer, researcher } = market.people;
    let deal = await app.services.deals.requests.request({
      actor: buyer,
      listing: reference,
      requestKind: 'licence',
      answers: { cooperation: '独占许可', unclear: '能否先做样件', about: '年产泵壳 12 万件' },
      submissionKey: newId(),
    });
    deal = await service().accept(seen(researcher, deal));
    for (const actor of [buyer, researcher])
      deal = await service().disclose(seen(actor, deal), { name: '王', mail: 'w@market.test', phone: '' });
    return service().propose(seen(researcher, deal), terms, '');
  }

  /** What a process leaves that died after the claim and before the deal was written. */
  const leaveClaim = (deal: DealRecord) =>
    app.services.listings.claims.claim(market.people.buyer, [PATENT_ID], {
      kind: 'exclusive-licence',
      by: deal._id,
    });

  it('is given back when the deal was changed by somebody else in between', async () => {
    const { buyer, researcher } = market.people;
    const { stores, recorder, listings } = app.services;
    const deal = await talk(EXCLUSIVE_TERMS);
    const interrupted = createDealService({
      store: stores.deals,
      moves: createDealMoves({ ...stores, store: stores.deals, recorder }),
      claims: {
        ...listings.claims,
        async claim(...parts) {
          await listings.claims.claim(...parts);
          await service().message(seen(researcher, deal), { text: '请稍等', files: [] });
        },
      },
    });
    await assert.rejects(interrupted.agree(seen(buyer, deal), 1), /conflict/);
    assert.deepEqual(await held(), []);
  });

  it('stays with the deal when the same confirmation arrives twice', async () => {
    const { buyer } = market.people;
    const deal = await talk(EXCLUSIVE_TERMS);
    const both = await Promise.allSettled(
      [1, 1].map((version) => service().agree(seen(buyer, deal), version)),
    );
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.deepEqual(
      (await held()).map(({ by }) => by),
      [deal._id],
    );
    const agreed = await app.services.deals.store.get(deal._id);
    await service().fail(seen(buyer, agreed), { reason: 'price', text: null });
    assert.deepEqual(await held(), []);
  });

  it('is free again when the process died before the deal was agreed and the deal fails', async () => {
    const deal = await talk(EXCLUSIVE_TERMS);
    await leaveClaim(deal);
    await service().fail(seen(market.people.buyer, deal), { reason: 'price', text: null });
    await app.drain();
    assert.deepEqual(await held(), []);
  });

  it('becomes what is agreed in the end, whatever was claimed before', async () => {
    const { buyer } = market.people;
    for (const [licenceKind, kinds] of [
      ['sole', ['sole-licence']],
      ['ordinary', []],
    ] as const) {
      const deal = await talk({ ...EXCLUSIVE_TERMS, licenceKind });
      await leaveClaim(deal);
      const agreed = await service().agree(seen(buyer, deal), 1);
      assert.deepEqual(
        (await held()).map(({ kind }) => kind),
        kinds,
      );
      await service().fail(seen(buyer, agreed), { reason: 'price', text: null });
    }
  });
});
