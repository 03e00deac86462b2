import assert from 'node:assert/strict';
import type { Actor, MemberRole, OfficeRole, Viewer } from '../../../server/accounts/actor.ts';
import {
  allowedOrganisationEvents,
  canReadEvidence,
} from '../../../server/organisations/organisationPermissions.ts';
import {
  standingWorkflow,
  verificationWorkflow,
} from '../../../server/organisations/organisationWorkflow.ts';

const HOUSE = { _id: 'institute', regionPath: ['21', '2101'] };
type Subject = Parameters<typeof allowedOrganisationEvents>[1];

function person(parts: Partial<Pick<Actor, 'membership' | 'office'>>): Actor {
  return { accountId: 'person', name: 'person', language: 'zh', membership: null, office: null, ...parts };
}
const inOffice = (role: OfficeRole, regions = ['21'], level: 'city' | 'province' = 'province') => ({
  office: { role, level, regions },
});
const inHouse = (role: MemberRole, organisationId = HOUSE._id) => ({ membership: { organisationId, role } });

const people: Record<string, Viewer> = {
  visitor: null,
  member: person(inHouse('member')),
  approver: person(inHouse('approver')),
  admin: person(inHouse('admin')),
  'admin elsewhere': person(inHouse('admin', 'works')),
  'operator of the province': person(inOffice('operator')),
  'operator of the city': person(inOffice('operator', ['2101'], 'city')),
  'operator of another city': person(inOffice('operator', ['2102'], 'city')),
  'operator of the own house': person({ ...inOffice('operator'), ...inHouse('member') }),
  supervisor: person(inOffice('supervisor', [])),
  'supervisor of the own house': person({ ...inOffice('supervisor', []), ...inHouse('member') }),
  administrator: person(inOffice('administrator', [])),
  auditor: person(inOffice('auditor', [])),
};

const adminActs = {
  none: ['edit', 'amend', 'add-evidence', 'remove-evidence', 'request'],
  requested: ['edit', 'amend', 'take-back'],
  verified: ['edit', 'amend', 'add-evidence'],
  revoked: ['edit', 'amend', 'add-evidence', 'remove-evidence', 'request'],
};
/** About suggestions an admin chooses whatever the state. */
const choices = ['decline-suggestions', 'accept-suggestions'];
const deciderActs = { none: [], requested: ['verify', 'refuse'], verified: ['revoke'], revoked: [] };
const deciders = ['operator of the province', 'operator of the city', 'supervisor'];

/** What the tables have to allow, written down a second time. */
function expected(name: string, { verification, state }: Subject): string[] {
  const acts: string[] = [];
  if (name === 'admin') {
    acts.push(...adminActs[verification], ...choices);
    if (state === 'active') acts.push('invite');
  }
  if (deciders.includes(name)) acts.push(...deciderActs[verification]);
  if (name === 'supervisor' || name === 'administrator')
    acts.push(state === 'active' ? 'suspend' : 'restore');
  return acts;
}

describe('who may do what to an organisation', () => {
  for (const verification of ['none', 'requested', 'verified', 'revoked'] as const) {
    for (const state of ['active', 'suspended'] as const) {
      it(`${verification}, ${state}`, () => {
        const subject = { ...HOUSE, verification, state };
        for (const [name, viewer] of Object.entries(people)) {
          const allowed = allowedOrganisationEvents(viewer, subject).toSorted();
          assert.deepEqual(allowed, expected(name, subject).toSorted(), name);
        }
      });
    }
  }

  it('the matrix knows every act of the tables', () => {
    const known = new Set<string>([...Object.values(adminActs), ...Object.values(deciderActs)].flat());
    for (const event of verificationWorkflow.events) assert.ok(known.has(event), event);
    assert.deepEqual(standingWorkflow.events, ['suspend', 'restore', 'invite', ...choices]);
  });

  it('evidence is read by the admins of the house and by the office elsewhere', () => {
    const readers = Object.keys(people).filter((name) => canReadEvidence(people[name] ?? null, HOUSE));
    assert.deepEqual(readers, ['admin', ...deciders, 'auditor']);
  });
});
