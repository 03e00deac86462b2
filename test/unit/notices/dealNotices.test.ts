import assert from 'node:assert/strict';
import type { LoggedEvent } from '../../../models/records.ts';
import { accountWorkflow, membershipWorkflow } from '../../../server/accounts/accountWorkflow.ts';
import { createDealSubject } from '../../../server/deals/dealSubject.ts';
import { dealWorkflow } from '../../../server/deals/dealWorkflow.ts';
import { LISTING_EVENTS } from '../../../server/listings/listingWorkflow.ts';
import { matchWorkflow } from '../../../server/matching/matchWorkflow.ts';
import { createNoticeAudiences } from '../../../server/notices/noticeAudiences.ts';
import { NOTICE_RULES } from '../../../server/notices/noticeRules.ts';
import { EMPTY_SUBJECT } from '../../../server/notices/noticeSubject.ts';
import { offerWorkflow } from '../../../server/openLicences/offerWorkflow.ts';
import {
  standingWorkflow,
  verificationWorkflow,
} from '../../../server/organisations/organisationWorkflow.ts';
import { type AccountWorld, openAccountWorld } from '../../support/accountWorld.ts';

/** Events in no table: those that begin a document, and the end of an import. */
const OUTSIDE_TABLES = ['register', 'request', 'give-notice', 'end'];

describe('rules of notices', () => {
  it('name events that can happen, each once', () => {
    const events: Record<string, readonly string[]> = {
      listing: LISTING_EVENTS,
      offer: offerWorkflow.events,
      organisation: [...verificationWorkflow.events, ...standingWorkflow.events],
      account: [...accountWorkflow.events, ...membershipWorkflow.events],
      match: matchWorkflow.events,
      deal: dealWorkflow.events,
    };
    for (const { event } of NOTICE_RULES) {
      const [noun = '', name = ''] = event.split('.');
      assert.ok(events[noun]?.includes(name) || OUTSIDE_TABLES.includes(name), event);
    }
    const names = NOTICE_RULES.map(({ event, group }) => `${event} ${group}`);
    assert.equal(new Set(names).size, names.length);
  });
});

describe('the other side of a deal', () => {
  let world: AccountWorld;
  beforeEach(async () => {
    world = await openAccountWorld();
    const belongs = (organisationId: string, role: 'member' | 'admin') => ({
      memberships: [{ organisationId, role, state: 'active' as const, since: world.time.now }],
    });
    await world.person('seller', belongs('institute', 'member'));
    await world.person('boss', belongs('institute', 'admin'));
    await world.person('buyer', belongs('firm', 'admin'));
  });
  afterEach(() => world.close());

  const resolve = (
    names: Parameters<ReturnType<typeof createNoticeAudiences>['resolve']>[0],
    by: string | null,
    isSilent = false,
  ) => {
    const audiences = createNoticeAudiences({
      membersOf: world.accounts.memberships.membersOf,
      operatorsFor: world.accounts.office.operatorsFor,
    });
    const actor = { accountId: by === 'firm' ? 'buyer' : null, organisationId: by, role: 'requester' };
    const subject = {
      ...EMPTY_SUBJECT,
      parties: { requester: 'firm', owner: 'institute' },
      people: { requester: 'buyer', owner: 'seller' },
      waitingFor: 'owner',
      isSilent,
    };
    return audiences.resolve(names, { actor } as LoggedEvent, subject);
  };

  it('hears what one did, and who did it does not', async () => {
    assert.deepEqual((await resolve(['otherParty'], 'firm')).toSorted(), ['boss', 'seller']);
    assert.deepEqual(await resolve(['otherParty'], 'institute'), ['buyer']);
    assert.deepEqual((await resolve(['everyParty'], 'firm')).toSorted(), ['boss', 'seller']);
  });

  it('is reminded when it is its turn', async () => {
    assert.deepEqual((await resolve(['waitingParty'], null)).toSorted(), ['boss', 'seller']);
  });

  it('hears nothing of what is silent', async () => {
    assert.deepEqual(await resolve(['everyParty', 'otherParty'], null, true), []);
  });

  it('of a deal that is gone is nobody', async () => {
    assert.equal(
      await createDealSubject(world.stores.deals, world.stores.listings)('T-2026-000001A', {} as LoggedEvent),
      null,
    );
  });
});
