import assert from 'node:assert/strict';
import type { DealRecord } from '../../../server/deals/deal.ts';
import { allowedDealEvents, canReadDeal } from '../../../server/deals/dealPermissions.ts';
import { dealWorkflow } from '../../../server/deals/dealWorkflow.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { type Market, prepareMarket } from '../../support/market.ts';

describe('permissions in a deal', () => {
  let app: TestApp;
  let market: Market;

  before(async () => {
    app = await startApp();
    market = await prepareMarket(app);
  });
  after(() => app.close());

  describe('lets each act be done by its side only', () => {
    const sides: Record<string, 'owner' | 'requester' | null> = {
      researcher: 'owner',
      buyer: 'requester',
      competitor: null,
      city: null,
      province: null,
      supervisor: null,
      administrator: null,
      auditor: null,
    };
    for (const row of dealWorkflow.transitions) {
      for (const state of row.from) {
        it(`${row.event} in ${state}`, () => {
          const deal = {
            state,
            owner: { organisationId: 'institute' },
            requester: { organisationId: 'firm' },
          } as unknown as DealRecord;
          for (const [name, side] of Object.entries(sides)) {
            const actor = market.people[name as keyof Market['people']];
            const isAllowed = (allowedDealEvents(actor, deal) as string[]).includes(row.event);
            assert.equal(
              isAllowed,
              side !== null && (row.who as readonly string[]).includes(side),
              `${name} ${row.event}`,
            );
          }
        });
      }
    }
  });

  it('is read by both sides and by the office as far as its posts reach', () => {
    const deal = {
      owner: { organisationId: 'institute' },
      requester: { organisationId: 'firm' },
      deskRegions: ['21', '2101', '2102'],
    } as unknown as DealRecord;
    const readers = Object.entries(market.people)
      .filter(([, actor]) => canReadDeal(actor, deal))
      .map(([name]) => name);
    assert.deepEqual(readers.sort(), [
      'auditor',
      'buyer',
      'city',
      'cityOfFirm',
      'province',
      'researcher',
      'supervisor',
    ]);
    assert.equal(canReadDeal(null, deal), false);
  });
});
