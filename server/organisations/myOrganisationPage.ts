import type { AccountRecord, OrganisationRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import type { Invitation } from '../accounts/invitationService.ts';
import { inLanguage } from '../localized.ts';
import { organisationHead, type Speaker } from './organisationPage.ts';

type FindMany = (ids: string[]) => Promise<OrganisationRecord[]>;

/** For somebody without an organisation: invitations and requests that wait. */
export async function withoutHouse(
  account: AccountRecord,
  invitations: Invitation[],
  findMany: FindMany,
  { language, translate }: Speaker,
) {
  const requests = account.memberships.filter(({ state }) => state === 'requested');
  const ids = [...requests, ...invitations].map(({ organisationId }) => organisationId);
  const names = new Map(
    (await findMany([...new Set(ids)])).map(({ _id, name }) => [_id, inLanguage(name, language)]),
  );
  const nameOf = (id: string) => names.get(id) ?? { text: '', language };
  return {
    invitations: invitations.map(({ id, organisationId, role, expiresAt }) => ({
      id,
      organisation: nameOf(organisationId),
      role: translate(`accounts:role.${role}`),
      expiresAt,
    })),
    requests: requests.map(({ organisationId, since }) => ({
      id: organisationId,
      organisation: nameOf(organisationId),
      since,
    })),
  };
}

/** For somebody who belongs to one: what it is, where its verification stands, what may be done. */
export function withHouse(actor: Actor, organisation: OrganisationRecord, speaker: Speaker) {
  const { translate } = speaker;
  const role = actor.membership?.role ?? 'member';
  const isAdmin = role === 'admin';
  const needsVerification = organisation.verification === 'none' || organisation.verification === 'revoked';
  return {
    ...organisationHead(organisation, speaker),
    role: translate(`accounts:role.${role}`),
    isAdmin,
    requiresApproval: organisation.requiresApproval,
    wantsSuggestions: organisation.declinesSuggestions !== true,
    dueAt: organisation.dueAt,
    next: needsVerification ? translate(`organisations:next.${isAdmin ? 'admin' : 'member'}`) : '',
  };
}
