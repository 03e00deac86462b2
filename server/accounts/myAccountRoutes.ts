import { type Request, type Response, Router } from 'express';
import { shanghaiDate } from '../clock.ts';
import { type Issue, invalid } from '../errors.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { factRow } from '../web/factRow.ts';
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
import { changePasswordForm, eraseForm, profileForm } from './accountForms.ts';
import { languageChoices } from './accountPage.ts';
import { mailOf } from './actorOf.ts';
import { dashboardPage } from './dashboardPage.ts';

type Parts = Pick<Services, 'accounts' | 'organisations' | 'notices'>;
type Form = 'profile' | 'password' | 'erase';

/** `/my`, where everything of one's own begins, and `/my/account`. */
export function createMyAccountRoutes(
  { accounts, organisations, notices }: Parts,
  { limits, signIn }: Web,
): Router {
  async function showDashboard(request: Request, response: Response): Promise<void> {
    const actor = actorOf(request);
    const id = actor.membership?.organisationId;
    const isAdmin = actor.membership?.role === 'admin';
    const isOperator = actor.office?.role === 'operator';
    const filter = { verification: 'requested' as const, state: null };
    const facts = {
      actor,
      organisation: id === undefined ? null : await organisations.service.find(id),
      unread: await notices.countUnread(actor),
      invitations: actor.membership === null ? (await accounts.invitations.waitingFor(actor)).length : 0,
      asking: id !== undefined && isAdmin ? (await accounts.memberships.askingToJoin(id)).length : 0,
      requests: isOperator ? (await organisations.verification.desk(actor, filter, 0, 1)).total : 0,
    };
    show(response, 'accounts/my', dashboardPage(facts, localsOf(response).frame));
  }

  async function showAccount(
    request: Request,
    response: Response,
    failed: Form | null = null,
    issues: Issue[] = [],
  ) {
    const { translate } = localsOf(response).frame;
    const account = await accounts.profile.own(actorOf(request));
    const kept = takeKeptForm(request, response);
    const stored = { name: account.name, language: account.language };
    const issuesOf = (form: Form) => (form === failed ? issues : []);
    const locals = {
      facts: [
        factRow(translate('accounts:mail'), mailOf(account) ?? ''),
        factRow(translate('accounts:since'), shanghaiDate(account.createdAt)),
      ],
      languages: languageChoices(translate),
      profileForm: formView(
        failed === 'profile' ? request.body : stored,
        issuesOf('profile'),
        translate,
        kept,
      ),
      passwordForm: formView({}, issuesOf('password'), translate),
      eraseForm: formView({}, issuesOf('erase'), translate),
    };
    show(response, 'accounts/account', locals, failed === null ? 200 : 422);
  }

  const answer =
    (form: Form, act: (request: Request, response: Response) => Promise<void>) =>
    (request: Request, response: Response) =>
      orShowAgain(
        () => act(request, response),
        (issues) => showAccount(request, response, form, issues),
      );

  async function changeProfile(request: Request, response: Response): Promise<void> {
    await accounts.profile.change(actorOf(request), readForm(profileForm, request.body).values);
    flash(request, 'accounts:profileSaved');
    redirectTo(response, paths.myAccount);
  }

  async function changePassword(request: Request, response: Response): Promise<void> {
    const { oldPassword, password } = readForm(changePasswordForm, request.body).values;
    await accounts.passwordService.change(actorOf(request), oldPassword, password, request.sessionID);
    flash(request, 'accounts:passwordSet');
    redirectTo(response, paths.myAccount);
  }

  async function erase(request: Request, response: Response): Promise<void> {
    const actor = actorOf(request);
    const { erasePassword } = readForm(eraseForm, request.body).values;
    const account = await accounts.profile.own(actor);
    if (!(await accounts.passwords.verify(erasePassword, account.passwordHash)))
      throw invalid([{ field: 'erasePassword', message: 'accounts:passwordWrong' }]);
    await accounts.erasure.erase(actor, actor.accountId, account.revision);
    await signIn.signOut(request);
    redirectTo(response, paths.home);
  }

  return Router()
    .get(paths.my, requireSignedIn, showDashboard)
    .get(paths.myAccount, requireSignedIn, (request, response) => showAccount(request, response))
    .post(paths.myAccount, requireSignedIn, answer('profile', changeProfile))
    .post(paths.myAccountPassword, requireSignedIn, limits.signIn, answer('password', changePassword))
    .post(paths.myAccountErase, requireSignedIn, limits.signIn, answer('erase', erase));
}
