import { type Request, type Response, Router } from 'express';
import { inLanguage } from '../localized.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf, viewerOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { localsOf } from '../web/locals.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';

type Parts = Pick<Services, 'accounts' | 'organisations'>;

/** The page a letter of invitation leads to. Nothing is accepted by opening it. */
export function createInvitationRoutes({ accounts, organisations }: Parts): Router {
  async function showInvitation(request: Request, response: Response): Promise<void> {
    const secret = String(request.params.secret);
    const invitation = await accounts.invitations.find(secret);
    if (invitation === null) return show(response, 'accounts/link-over', { isPassword: false }, 404);
    const { language, translate } = localsOf(response).frame;
    const organisation = await organisations.service.get(invitation.organisationId);
    show(response, 'accounts/invitation', {
      secret,
      organisation: inLanguage(organisation.name, language),
      role: translate(`accounts:role.${invitation.role}`),
      mail: invitation.mail,
      expiresAt: invitation.expiresAt,
      isSignedIn: viewerOf(request) !== null,
      returnTo: paths.invitation(secret),
    });
  }

  async function accept(request: Request, response: Response): Promise<void> {
    await accounts.invitations.accept(actorOf(request), String(request.params.secret));
    flash(request, 'accounts:joined');
    redirectTo(response, paths.myOrganisation);
  }

  return Router()
    .get(paths.invitation(':secret'), showInvitation)
    .post(paths.invitation(':secret'), requireSignedIn, accept);
}
