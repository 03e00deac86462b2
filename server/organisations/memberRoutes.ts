import { type Request, type Response, Router } from 'express';
import { languageChoices } from '../accounts/accountPage.ts';
import type { Actor } from '../accounts/actor.ts';
import type { Issue } from '../errors.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { formView } from '../web/formView.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localsOf } from '../web/locals.ts';
import { orShowAgain } from '../web/orShowAgain.ts';
import { readForm } from '../web/readForm.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import type { Web } from '../web/web.ts';
import { memberRows, roleChoices } from './memberPage.ts';
import { emptyForm, inviteForm, memberRoleForm } from './organisationForms.ts';

type Parts = Pick<Services, 'accounts'>;
type Act = (actor: Actor, accountId: string, body: unknown) => Promise<unknown>;

/** `/my/organisation/members`: who belongs, who asks, who is invited; and a person's own comings and goings. */
export function createMemberRoutes({ accounts }: Parts, { limits }: Web): Router {
  const { memberships, invitations } = accounts;

  async function showMembers(request: Request, response: Response, issues: Issue[] = []): Promise<void> {
    const { frame } = localsOf(response);
    const actor = actorOf(request);
    if (actor.membership === null) return redirectTo(response, paths.myOrganisation);
    const { organisationId, role } = actor.membership;
    const isAdmin = role === 'admin';
    const values = issues.length > 0 ? request.body : { role: 'member', language: frame.language };
    show(
      response,
      'organisations/members',
      {
        isAdmin,
        members: memberRows(await memberships.membersOf(organisationId), actor, frame),
        asking: isAdmin ? memberRows(await memberships.askingToJoin(organisationId), actor, frame) : [],
        roles: roleChoices(frame),
        languages: languageChoices(frame.translate),
        form: formView(values, issues, frame.translate, takeKeptForm(request, response)),
      },
      issues.length > 0 ? 422 : 200,
    );
  }

  async function invite(request: Request, response: Response): Promise<void> {
    await orShowAgain(
      async () => {
        const { mail, role, language } = readForm(inviteForm, request.body).values;
        await invitations.invite(actorOf(request), mail, role, language);
        flash(request, 'organisations:invited', { mail });
        redirectTo(response, paths.myOrganisationMembers);
      },
      (issues) => showMembers(request, response, issues),
    );
  }

  const acts: Record<string, Act> = {
    admit: (actor, accountId, body) => {
      readForm(emptyForm, body);
      return memberships.admit(actor, accountId);
    },
    decline: (actor, accountId, body) => {
      readForm(emptyForm, body);
      return memberships.decline(actor, accountId);
    },
    end: (actor, accountId, body) => {
      readForm(emptyForm, body);
      return memberships.end(actor, accountId);
    },
    role: (actor, accountId, body) =>
      memberships.changeRole(actor, accountId, readForm(memberRoleForm, body).values.role),
  };

  const answer = (name: string, act: Act) => async (request: Request, response: Response) => {
    await act(actorOf(request), String(request.params.accountId), request.body);
    flash(request, `organisations:memberDone.${name}`);
    redirectTo(response, paths.myOrganisationMembers);
  };

  async function leave(request: Request, response: Response): Promise<void> {
    readForm(emptyForm, request.body);
    await memberships.leave(actorOf(request));
    flash(request, 'organisations:left');
    redirectTo(response, paths.myOrganisation);
  }

  async function withdraw(request: Request, response: Response): Promise<void> {
    await memberships.withdraw(actorOf(request), String(request.params.organisationId));
    flash(request, 'organisations:withdrawn');
    redirectTo(response, paths.myOrganisation);
  }

  async function accept(request: Request, response: Response): Promise<void> {
    await invitations.acceptById(actorOf(request), String(request.params.invitationId));
    flash(request, 'accounts:joined');
    redirectTo(response, paths.myOrganisation);
  }

  const router = Router()
    .get(paths.myOrganisationMembers, requireSignedIn, (request, response) => showMembers(request, response))
    .post(`${paths.myOrganisation}/invite`, requireSignedIn, limits.register, invite)
    .post(`${paths.myOrganisation}/leave`, requireSignedIn, leave)
    .post(`${paths.myOrganisation}/requests/:organisationId/withdraw`, requireSignedIn, withdraw)
    .post(`${paths.myOrganisation}/invitations/:invitationId`, requireSignedIn, accept);
  for (const [name, act] of Object.entries(acts)) {
    router.post(`${paths.myOrganisationMembers}/:accountId/${name}`, requireSignedIn, answer(name, act));
  }
  return router;
}
