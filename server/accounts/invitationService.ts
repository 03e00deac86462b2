import { blocked, forbidden, invalid } from '../errors.ts';
import type { Language } from '../localized.ts';
import type { OrganisationMoves } from '../organisations/organisationMoves.ts';
import type { OrganisationStore } from '../organisations/organisationStore.ts';
import { isAdminOf } from './accountPermissions.ts';
import { type AccountStore, mailKey } from './accountStore.ts';
import type { Actor, MemberRole } from './actor.ts';
import { mailOf } from './actorOf.ts';
import type { MembershipService } from './membershipService.ts';
import type { TokenRecord, TokenStore } from './tokenStore.ts';

const DAY_MS = 86_400_000;
export const INVITATION_LIFE_MS = 14 * DAY_MS;

export interface Invitation {
  id: string;
  organisationId: string;
  mail: string;
  role: MemberRole;
  expiresAt: Date;
}

interface InvitationParts {
  accounts: AccountStore;
  organisations: OrganisationStore;
  moves: OrganisationMoves;
  memberships: MembershipService;
  tokens: TokenStore;
}

/** Invitations go to an address; whoever confirmed that address here can take them, by the link or on their page. */
export function createInvitationService(parts: InvitationParts) {
  const { accounts, organisations, moves, memberships, tokens } = parts;

  async function openFor(mail: string): Promise<Invitation[]> {
    return (await tokens.usableOf(mailKey(mail), 'invitation')).map(invitationOf);
  }

  async function ownMail(actor: Actor): Promise<string | null> {
    return mailOf(await accounts.get(actor.accountId));
  }

  /** Invitations that wait for the person, for their page. */
  async function waitingFor(actor: Actor): Promise<Invitation[]> {
    const mail = await ownMail(actor);
    return mail === null ? [] : openFor(mail);
  }

  async function take(actor: Actor, invitation: Invitation): Promise<Invitation> {
    if ((await ownMail(actor)) !== invitation.mail) throw forbidden('accounts:invitationOfOther');
    if (actor.membership !== null && actor.membership.organisationId !== invitation.organisationId)
      throw blocked('accounts:alreadyMember');
    await memberships.join(actor, invitation.organisationId, invitation.role);
    await tokens.use(invitation.id);
    return invitation;
  }

  return {
    /** Invites an address. Asking twice for the same address mails once. */
    async invite(actor: Actor, mail: string, role: MemberRole, language: Language): Promise<void> {
      const organisationId = actor.membership?.organisationId;
      if (organisationId === undefined || !isAdminOf(actor, organisationId)) throw forbidden();
      const known = await accounts.findByMail(mail);
      if (known?.memberships.some((one) => one.organisationId === organisationId && one.state === 'active'))
        throw invalid([{ field: 'mail', message: 'accounts:isMemberAlready' }]);
      if ((await openFor(mail)).some((invitation) => invitation.organisationId === organisationId)) return;
      const { revision } = await organisations.get(organisationId);
      await moves.move({
        actor,
        organisationId,
        revision,
        event: 'invite',
        detail: { role },
        before: (eventId) =>
          tokens.add({
            purpose: 'invitation',
            eventId,
            holder: mailKey(mail),
            detail: { organisationId, mail, role, language },
            lifeMs: INVITATION_LIFE_MS,
          }),
      });
    },
    /** The invitation behind a link, while it is open. */
    async find(secret: string): Promise<Invitation | null> {
      const token = await tokens.findUsable('invitation', secret);
      return token && invitationOf(token);
    },
    waitingFor,
    async accept(actor: Actor, secret: string): Promise<Invitation> {
      const token = await tokens.findUsable('invitation', secret);
      if (token === null) throw blocked('accounts:linkOver');
      return take(actor, invitationOf(token));
    },
    /** Accepts an invitation shown on the person's own page. */
    async acceptById(actor: Actor, id: string): Promise<Invitation> {
      const invitation = (await waitingFor(actor)).find((candidate) => candidate.id === id);
      if (invitation === undefined) throw blocked('accounts:linkOver');
      return take(actor, invitation);
    },
  };
}

export type InvitationService = ReturnType<typeof createInvitationService>;

function invitationOf(token: TokenRecord): Invitation {
  const { organisationId, mail, role } = token.detail as Pick<Invitation, 'organisationId' | 'mail' | 'role'>;
  return { id: token._id, organisationId, mail, role, expiresAt: token.expiresAt };
}
