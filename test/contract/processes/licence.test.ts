import assert from 'node:assert/strict';
import type { Actor } from '../../../server/accounts/actor.ts';
import type { DealRecord } from '../../../server/deals/deal.ts';
import { newId } from '../../../server/newId.ts';
import type { Services } from '../../../server/services.ts';
import { EXCLUSIVE_TERMS } from '../../support/exclusiveTerms.ts';
import { PASSWORD, PATENT_ID } from '../../support/market.ts';
import { createVisitor } from '../../support/visitor.ts';
import { describeProcesses } from './describeProcesses.ts';

const ROUNDS = 5;
describeProcesses('an exclusive licence', (servers) => {
  it('goes to one of two firms that confirm at the same moment', async () => {
    const { one, other, processes, market } = servers();
    const { services, close } = await processes.services();
    try {
      const { buyer, competitor } = market.people;
      const [here, there] = [createVisitor(one.address), createVisitor(other.address)];
      await here.signIn('buyer@market.test', PASSWORD);
      await there.signIn('competitor@market.test', PASSWORD);
      for (let round = 1; round <= ROUNDS; round++) {
        const deals = await Promise.all([buyer, competitor].map((actor) => talk(services, actor)));
        await Promise.all([here, there].map((visitor, n) => visitor.open(`/my/deals/${deals[n]?._id}`)));
        await Promise.all(
          [here, there].map((visitor) => visitor.submit({}, { form: 'form[action$="/agree"]' })),
        );
        const after = await Promise.all(deals.map(({ _id }) => services.deals.store.get(_id)));
        assert.deepEqual(after.map(({ state }) => state).sort(), ['agreed', 'negotiating'], `round ${round}`);
        const { encumbrances } = await services.stores.patents.get(PATENT_ID);
        assert.deepEqual(
          encumbrances.map(({ by }) => by),
          after.filter(({ state }) => state === 'agreed').map(({ _id }) => _id),
        );
        for (const deal of after)
          await services.deals.service.fail(
            { ...seen(deal.requester.organisationId === 'firm' ? buyer : competitor, deal) },
            { reason: 'price', text: null },
          );
      }
    } finally {
      await close();
    }
  });

  const seen = (actor: Actor, deal: DealRecord) => ({ actor, reference: deal._id, revision: deal.revision });

  async function talk({ deals }: Services, requester: Actor): Promise<DealRecord> {
    const { listing, market } = servers();
    const { researcher } = market.people;
    let deal = await deals.requests.request({
      actor: requester,
      listing,
      requestKind: 'licence',
      answers: { cooperation: '独占许可', unclear: '能否先做样件', about: `年产泵壳 12 万件 ${newId()}` },
      submissionKey: newId(),
    });
    deal = await deals.service.accept(seen(researcher, deal));
    for (const actor of [requester, researcher])
      deal = await deals.service.disclose(seen(actor, deal), {
        name: '王',
        mail: 'w@market.test',
        phone: '',
      });
    return deals.service.propose(seen(researcher, deal), EXCLUSIVE_TERMS, '');
  }
});
