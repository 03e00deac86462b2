import type { AccountRecord, Membership } from '../../models/records.ts';
import type { Clock } from '../clock.ts';
import { blocked, forbidden } from '../errors.ts';
import type { AccountChanges } from './accountChanges.ts';
import { membershipParties } from './accountPermissions.ts';
import type { AccountStore } from './accountStore.ts';
import { type MembershipEvent, membershipWorkflow } from './accountWorkflow.ts';
import type { Actor, MemberRole } from './actor.ts';
import { currentMembership } from './actorOf.ts';

interface MembershipParts {
  store: AccountStore;
  changes: AccountChanges;
  clock: Clock;
}

/** One step of a person's belonging to an organisation. */
interface Step {
  actor: Actor;
  accountId: string;
  organisationId: string;
  event: MembershipEvent;
  /** The party, where it does not follow from the actor: a founder or the holder of an invitation. */
  party?: 'founder' | 'invitee';
  role?: MemberRole;
}

/** Who belongs to which organisation, as the table of memberships allows. */
export function createMembershipService({ store, changes, clock }: MembershipParts) {
  const membersOf = async (organisationId: string): Promise<AccountRecord[]> =>
    (await store.ofOrganisation(organisationId)).filter(
      (account) => membershipIn(account, organisationId)?.state === 'active',
    );

  async function hasOtherAdmin(organisationId: string, accountId: string): Promise<boolean> {
    const members = await membersOf(organisationId);
    return members.some(
      (member) => member._id !== accountId && membershipIn(member, organisationId)?.role === 'admin',
    );
  }

  /** An organisation whose last admin goes while others stay would be run by nobody. */
  async function assertKeepsAdmin(account: AccountRecord): Promise<void> {
    const current = currentMembership(account);
    if (current?.role !== 'admin' || (await hasOtherAdmin(current.organisationId, account._id))) return;
    if ((await membersOf(current.organisationId)).length > 1) throw blocked('accounts:lastAdmin');
  }

  async function take({
    actor,
    accountId,
    organisationId,
    event,
    party,
    role,
  }: Step): Promise<AccountRecord> {
    return changes.apply(accountId, async (account) => {
      const before = membershipIn(account, organisationId);
      const row = membershipWorkflow.find(before?.state ?? 'none', event);
      if (row === null) throw blocked('accounts:membershipNotPossible');
      const parties = party ? new Set<string>([party]) : membershipParties(actor, accountId, organisationId);
      const actingAs = row.who.find((name) => parties.has(name));
      if (actingAs === undefined) throw forbidden();
      if (row.guard?.includes('onlyOne')) assertOnlyOne(account, organisationId);
      if (row.guard?.includes('houseKeepsAdmin')) await assertKeepsAdmin(account);
      const state = membershipWorkflow.after(before?.state ?? 'none', event) as Membership['state'];
      const after = { organisationId, role: role ?? before?.role ?? 'member', state, since: clock.now() };
      const memberships = [
        ...account.memberships.filter((one) => one.organisationId !== organisationId),
        after,
      ];
      return {
        actor,
        role: actingAs,
        event,
        detail: { organisationId, membership: state, as: after.role },
        set: { memberships },
      };
    });
  }

  /** Two last admins who leave at the same moment both see the other; whoever finds nobody left comes back. */
  async function leave(actor: Actor): Promise<void> {
    const organisationId = actor.membership?.organisationId;
    if (organisationId === undefined || actor.membership === null) throw forbidden();
    const { role } = actor.membership;
    await take({ actor, accountId: actor.accountId, organisationId, event: 'leave' });
    const isDeserted =
      (await membersOf(organisationId)).length > 0 && !(await hasOtherAdmin(organisationId, actor.accountId));
    if (role !== 'admin' || !isDeserted) return;
    await take({ actor, accountId: actor.accountId, organisationId, event: 'found', party: 'founder', role });
    throw blocked('accounts:lastAdmin');
  }

  /** The organisation an admin acts for. */
  const houseOf = (actor: Actor): string => {
    if (actor.membership === null) throw forbidden();
    return actor.membership.organisationId;
  };
  const byAdmin = async (actor: Actor, accountId: string, event: MembershipEvent, role?: MemberRole) =>
    take({ actor, accountId, organisationId: houseOf(actor), event, ...(role ? { role } : {}) });

  return {
    membersOf,
    assertKeepsAdmin,
    leave,
    /** Everybody who asks an organisation to be admitted. */
    askingToJoin: async (organisationId: string): Promise<AccountRecord[]> =>
      (await store.ofOrganisation(organisationId)).filter(
        (account) => membershipIn(account, organisationId)?.state === 'requested',
      ),
    found: (actor: Actor, organisationId: string) =>
      take({
        actor,
        accountId: actor.accountId,
        organisationId,
        event: 'found',
        party: 'founder',
        role: 'admin',
      }),
    ask: (actor: Actor, organisationId: string) =>
      take({ actor, accountId: actor.accountId, organisationId, event: 'ask-to-join', role: 'member' }),
    withdraw: (actor: Actor, organisationId: string) =>
      take({ actor, accountId: actor.accountId, organisationId, event: 'withdraw' }),
    /** Joins by an invitation, which the caller has checked and used up. */
    join: (actor: Actor, organisationId: string, role: MemberRole) =>
      take({ actor, accountId: actor.accountId, organisationId, event: 'join', party: 'invitee', role }),
    admit: (actor: Actor, accountId: string) => byAdmin(actor, accountId, 'admit'),
    decline: (actor: Actor, accountId: string) => byAdmin(actor, accountId, 'decline'),
    changeRole: (actor: Actor, accountId: string, role: MemberRole) =>
      byAdmin(actor, accountId, 'change-role', role),
    end: (actor: Actor, accountId: string) => byAdmin(actor, accountId, 'end-membership'),
  };
}

export type MembershipService = ReturnType<typeof createMembershipService>;

/** A person's belonging to one organisation, whatever its state. */
export function membershipIn(
  account: Pick<AccountRecord, 'memberships'>,
  organisationId: string,
): Membership | null {
  return account.memberships.find((membership) => membership.organisationId === organisationId) ?? null;
}

function assertOnlyOne(account: AccountRecord, organisationId: string): void {
  const others = account.memberships.filter((membership) => membership.organisationId !== organisationId);
  if (others.some((membership) => membership.state === 'active')) throw blocked('accounts:alreadyMember');
}
