import assert from 'node:assert/strict';
import type { ListingRecord, LoggedEvent, Offer } from '../../../models/records.ts';
import type { DealRecord, DealState } from '../../../server/deals/deal.ts';
import { createClaimConsumer } from '../../../server/patents/claimConsumer.ts';

describe('the consumer of rights that were claimed', () => {
  /** What is released when the event is read while deal and offer are in these states. */
  async function released(event: string, deal: DealState, offer: Offer['state']): Promise<string[]> {
    const calls: string[] = [];
    const consumer = createClaimConsumer({
      claims: {
        claim: async () => assert.fail('nothing is claimed here'),
        release: async (actor, patentIds, by) => void calls.push(`${actor} ${patentIds} ${by}`),
      },
      findDeal: async (id) =>
        ({ _id: id, state: deal, listing: 'O-1', agreement: { patentIds: ['CN-1'] } }) as DealRecord,
      findListing: async (id) => ({ _id: id, patentIds: ['CN-2'], offer: { state: offer } }) as ListingRecord,
    });
    const [noun = ''] = event.split('.');
    const subject = { noun, id: noun === 'deal' ? 'T-1' : 'O-1' };
    await consumer.consume([{ name: event, subject } as LoggedEvent]);
    return calls;
  }

  it('frees them after a deal that failed, on the patents of then and of now', async () => {
    assert.deepEqual(await released('deal.fail', 'failed', 'announced'), ['null CN-1,CN-2 T-1']);
    assert.deepEqual(await released('deal.agree', 'agreed', 'announced'), []);
  });

  it('frees them after an offer that is over, and not when it was filed again since', async () => {
    assert.deepEqual(await released('offer.refuse', 'interest', 'refused'), ['null CN-2 O-1']);
    assert.deepEqual(await released('offer.end', 'interest', 'ended'), ['null CN-2 O-1']);
    assert.deepEqual(await released('offer.refuse', 'interest', 'announced'), []);
    assert.deepEqual(await released('offer.announce', 'interest', 'announced'), []);
  });
});
