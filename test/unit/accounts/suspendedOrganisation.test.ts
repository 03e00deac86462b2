import assert from 'node:assert/strict';
import { listingParties } from '../../../server/listings/listingPermissions.ts';
import { listingRecord } from '../../support/listingRecords.ts';
import { people } from '../../support/listingWorld.ts';

describe('a suspended organisation', () => {
  const parties = (state: 'active' | 'suspended', requiresApproval = false) =>
    [people.member, people.approver, people.admin].map((actor) =>
      listingParties(actor, listingRecord(), { requiresApproval, state }).has('submitter'),
    );

  it('submits nothing, whoever tries, and goes on once it is restored', () => {
    assert.deepEqual(parties('suspended'), [false, false, false]);
    assert.deepEqual(parties('active'), [true, true, true]);
    assert.deepEqual(parties('active', true), [false, true, true]);
  });
});
