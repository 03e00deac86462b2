import { type Request, type Response, Router } from 'express';
import type { Issue } from '../errors.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { flash } from '../web/flash.ts';
import { formView } from '../web/formView.ts';
import { localsOf } from '../web/locals.ts';
import { orShowAgain } from '../web/orShowAgain.ts';
import { readForm } from '../web/readForm.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { show } from '../web/show.ts';
import type { Web } from '../web/web.ts';
import { askPasswordForm, setPasswordForm } from './accountForms.ts';
import { withoutPasswords } from './withoutPasswords.ts';

type Parts = Pick<Services, 'accounts' | 'config'>;

/** `/reset-password`: asking for a link, and the page the link opens. */
export function createPasswordRoutes({ accounts, config }: Parts, { limits, signIn }: Web): Router {
  const { passwordService } = accounts;

  function showQuestion(request: Request, response: Response, issues: Issue[] = []): void {
    const { translate } = localsOf(response).frame;
    const form = formView(withoutPasswords(request.body), issues, translate);
    show(response, 'accounts/ask-password', { form }, issues.length > 0 ? 422 : 200);
  }

  async function ask(request: Request, response: Response): Promise<void> {
    await orShowAgain(
      async () => {
        await passwordService.ask(readForm(askPasswordForm, request.body).values.mail);
        redirectTo(response, paths.passwordAsked);
      },
      (issues) => showQuestion(request, response, issues),
    );
  }

  async function showSetting(request: Request, response: Response, issues: Issue[] = []): Promise<void> {
    const secret = String(request.params.secret);
    if (!(await passwordService.isLinkUsable(secret)))
      return show(response, 'accounts/link-over', { isPassword: true }, 404);
    const { translate } = localsOf(response).frame;
    const locals = { secret, form: formView({}, issues, translate) };
    show(response, 'accounts/set-password', locals, issues.length > 0 ? 422 : 200);
  }

  async function set(request: Request, response: Response): Promise<void> {
    await orShowAgain(
      async () => {
        const { values } = readForm(setPasswordForm, request.body);
        const account = await passwordService.reset(String(request.params.secret), values.password);
        await signIn.signInAs(request, account._id);
        flash(request, 'accounts:passwordSet');
        redirectTo(response, paths.my);
      },
      (issues) => showSetting(request, response, issues),
    );
  }

  return Router()
    .get(paths.resetPassword, (request, response) => showQuestion(request, response))
    .post(paths.resetPassword, limits.register, ask)
    .get(paths.passwordAsked, (_, response) => {
      show(response, 'accounts/letter-sent', {
        isPassword: true,
        isMailFolder: config.smtpUrl === undefined,
      });
    })
    .get(paths.setPassword(':secret'), (request, response) => showSetting(request, response))
    .post(paths.setPassword(':secret'), limits.signIn, set);
}
