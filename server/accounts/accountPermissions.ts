import type { AccountRecord, Membership } from '../../models/records.ts';
import {
  type AccountEvent,
  accountWorkflow,
  type MembershipEvent,
  membershipWorkflow,
} from './accountWorkflow.ts';
import { type Actor, hasOfficeRole, type Viewer } from './actor.ts';

/** What somebody is to an account. An administrator is nothing but themself to their own. */
export function accountParties(viewer: Viewer, account: Pick<AccountRecord, '_id'>): Set<string> {
  if (viewer === null) return new Set();
  if (viewer.accountId === account._id) return new Set(['self']);
  return new Set(hasOfficeRole(viewer, 'administrator') ? ['administrator'] : []);
}

/** What somebody is to a person's belonging to an organisation. */
export function membershipParties(viewer: Viewer, accountId: string, organisationId: string): Set<string> {
  if (viewer === null) return new Set();
  if (viewer.accountId === accountId) return new Set(['self']);
  return new Set(isAdminOf(viewer, organisationId) ? ['admin'] : []);
}

/** Whether somebody runs an organisation in the marketplace. */
export function isAdminOf(viewer: Viewer, organisationId: string): viewer is Actor {
  return viewer?.membership?.organisationId === organisationId && viewer.membership.role === 'admin';
}

/** The events a viewer may trigger on an account, for the buttons of its page. */
export function allowedAccountEvents(
  viewer: Viewer,
  account: Pick<AccountRecord, '_id' | 'state'>,
): AccountEvent[] {
  return accountWorkflow.allowed(account.state, accountParties(viewer, account));
}

/** The events a viewer may trigger on a person's belonging to an organisation. */
export function allowedMembershipEvents(
  viewer: Viewer,
  accountId: string,
  membership: Membership,
): MembershipEvent[] {
  return membershipWorkflow.allowed(
    membership.state,
    membershipParties(viewer, accountId, membership.organisationId),
  );
}

/** Who may read the list of accounts with their addresses. */
export function canReadAccounts(viewer: Viewer): boolean {
  return hasOfficeRole(viewer, 'administrator', 'auditor');
}
