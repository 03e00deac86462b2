import type { AccountRecord, Membership } from '../../models/records.ts';
import type { Actor } from './actor.ts';

/** The organisation somebody acts for at present: the first they actively belong to. */
export function currentMembership(account: Pick<AccountRecord, 'memberships'>): Membership | null {
  return account.memberships.find((membership) => membership.state === 'active') ?? null;
}

/** The address letters go to; null once the account is erased. */
export function mailOf(account: Pick<AccountRecord, 'identifiers'>): string | null {
  return account.identifiers.find((identifier) => identifier.kind === 'mail')?.value ?? null;
}

/** The person as permissions see them. */
export function actorOf(account: AccountRecord): Actor {
  const membership = currentMembership(account);
  return {
    accountId: account._id,
    name: account.name,
    language: account.language,
    membership: membership && { organisationId: membership.organisationId, role: membership.role },
    office: account.office,
  };
}
