import assert from 'node:assert/strict';
import type { Membership } from '../../../models/records.ts';
import {
  allowedAccountEvents,
  allowedMembershipEvents,
} from '../../../server/accounts/accountPermissions.ts';
import { accountWorkflow, membershipWorkflow } from '../../../server/accounts/accountWorkflow.ts';
import type { Actor, MemberRole, OfficeRole, Viewer } from '../../../server/accounts/actor.ts';

const HOUSE = 'institute';

function actor(accountId: string, parts: Partial<Pick<Actor, 'membership' | 'office'>> = {}): Actor {
  return { accountId, name: accountId, language: 'zh', membership: null, office: null, ...parts };
}
const inOffice = (role: OfficeRole) => actor(role, { office: { role, level: 'province', regions: ['21'] } });
const inHouse = (role: MemberRole, organisationId = HOUSE) =>
  actor(`${role}-${organisationId}`, { membership: { organisationId, role } });

const others: Record<string, Viewer> = {
  visitor: null,
  operator: inOffice('operator'),
  supervisor: inOffice('supervisor'),
  auditor: inOffice('auditor'),
  member: inHouse('member'),
  approver: inHouse('approver'),
  'admin of the house': inHouse('admin'),
  'admin of another house': inHouse('admin', 'works'),
};

describe('who may do what to an account', () => {
  const subject = (state: 'unconfirmed' | 'active' | 'suspended' | 'erased') => ({ _id: 'person', state });
  const self = actor('person');
  const administrator = inOffice('administrator');

  const expected = {
    unconfirmed: { self: ['erase'], administrator: ['suspend', 'erase'] },
    active: {
      self: ['change-password', 'change-profile', 'change-notices', 'erase'],
      administrator: ['appoint', 'relieve', 'suspend', 'erase'],
    },
    suspended: { self: ['erase'], administrator: ['relieve', 'restore', 'erase'] },
    erased: { self: [], administrator: [] },
  } as const;

  for (const [state, allowed] of Object.entries(expected)) {
    const account = subject(state as keyof typeof expected);
    it(`${state}: the person and administrators`, () => {
      assert.deepEqual(allowedAccountEvents(self, account).toSorted(), [...allowed.self].toSorted());
      assert.deepEqual(
        allowedAccountEvents(administrator, account).toSorted(),
        [...allowed.administrator].toSorted(),
      );
    });
    it(`${state}: nobody else anything`, () => {
      for (const [name, viewer] of Object.entries(others)) {
        assert.deepEqual(allowedAccountEvents(viewer, account), [], name);
      }
    });
  }

  it('an administrator is only themself to their own account', () => {
    const own = { _id: administrator.accountId, state: 'active' as const };
    const forbidden = ['appoint', 'relieve', 'suspend', 'restore'];
    assert.ok(!allowedAccountEvents(administrator, own).some((event) => forbidden.includes(event)));
  });

  it('every act of the table belongs to somebody in this matrix or to a link, a visitor or the console', () => {
    const covered = new Set<string>(
      Object.values(expected).flatMap(({ self: own, administrator: chief }) => [...own, ...chief]),
    );
    const rest = accountWorkflow.transitions.filter(({ event }) => !covered.has(event));
    for (const row of rest)
      assert.ok(
        row.who.every((who) => ['link', 'visitor', 'console'].includes(who)),
        row.event,
      );
  });
});

describe('who may do what to a membership', () => {
  const membership = (state: Membership['state']): Membership => ({
    organisationId: HOUSE,
    role: 'member',
    state,
    since: new Date(0),
  });
  const expected = {
    requested: { self: ['withdraw'], admin: ['admit', 'decline'] },
    active: { self: ['leave'], admin: ['change-role', 'end-membership'] },
    ended: { self: ['ask-to-join'], admin: [] },
  } as const;

  for (const [state, allowed] of Object.entries(expected)) {
    it(`${state}: the person, the admin of the house, nobody else`, () => {
      const subject = membership(state as keyof typeof expected);
      assert.deepEqual(allowedMembershipEvents(actor('person'), 'person', subject), [...allowed.self]);
      for (const [name, viewer] of Object.entries({ ...others, administrator: inOffice('administrator') })) {
        const events = allowedMembershipEvents(viewer, 'person', subject);
        assert.deepEqual(events, name === 'admin of the house' ? [...allowed.admin] : [], name);
      }
    });
  }

  it('an admin decides nothing about the own membership', () => {
    const admin = actor('person', { membership: { organisationId: HOUSE, role: 'admin' } });
    assert.deepEqual(allowedMembershipEvents(admin, 'person', membership('active')), ['leave']);
    assert.deepEqual(allowedMembershipEvents(admin, 'person', membership('requested')), ['withdraw']);
  });

  it('founding and joining need more than being somebody', () => {
    const rows = membershipWorkflow.transitions.filter(({ event }) => event === 'found' || event === 'join');
    assert.deepEqual(
      rows.map(({ who }) => who),
      [['founder'], ['invitee']],
    );
  });
});
