import type { AccountRecord } from '../../models/records.ts';
import { MEMBER_ROLES } from '../accounts/accountPage.ts';
import { allowedMembershipEvents } from '../accounts/accountPermissions.ts';
import type { Actor } from '../accounts/actor.ts';
import { mailOf } from '../accounts/actorOf.ts';
import { membershipIn } from '../accounts/membershipService.ts';
import type { Speaker } from './organisationPage.ts';

/** One row for each person of the actor's organisation; addresses are for its admins. */
export function memberRows(accounts: AccountRecord[], actor: Actor, { translate }: Speaker) {
  const house = actor.membership?.organisationId ?? '';
  const isAdmin = actor.membership?.role === 'admin';
  return accounts.flatMap((account) => {
    const membership = membershipIn(account, house);
    if (membership === null) return [];
    const events = new Set<string>(allowedMembershipEvents(actor, account._id, membership));
    return {
      id: account._id,
      name: account.name,
      mail: isAdmin ? (mailOf(account) ?? '') : '',
      role: membership.role,
      roleLabel: translate(`accounts:role.${membership.role}`),
      since: membership.since,
      isOwn: account._id === actor.accountId,
      canChange: events.has('change-role'),
    };
  });
}

export function roleChoices({ translate }: Speaker) {
  return MEMBER_ROLES.map((code) => ({
    value: code,
    label: translate(`accounts:role.${code}`),
    hint: translate(`accounts:roleHint.${code}`),
  }));
}
