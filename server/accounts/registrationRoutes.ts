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
import { confirmationForm, registrationForm } from './accountForms.ts';
import { languageChoices } from './accountPage.ts';
import { withoutPasswords } from './withoutPasswords.ts';

type Parts = Pick<Services, 'accounts' | 'config'>;

/** `/register` and the page a letter of confirmation leads to. */
export function createRegistrationRoutes({ accounts, config }: Parts, { limits, signIn }: Web): Router {
  const { registration } = accounts;

  function showRegistration(request: Request, response: Response, issues: Issue[] = []): void {
    const { language, translate } = localsOf(response).frame;
    const values = issues.length > 0 ? withoutPasswords(request.body) : { language };
    const languages = languageChoices(translate);
    show(
      response,
      'accounts/register',
      { languages, form: formView(values, issues, translate) },
      issues.length > 0 ? 422 : 200,
    );
  }

  async function register(request: Request, response: Response): Promise<void> {
    await orShowAgain(
      async () => {
        const { values } = readForm(registrationForm, request.body);
        await registration.register(values);
        redirectTo(response, paths.registered);
      },
      (issues) => showRegistration(request, response, issues),
    );
  }

  async function showConfirmation(request: Request, response: Response, issues: Issue[] = []): Promise<void> {
    const secret = String(request.params.secret);
    const found = await registration.findConfirmation(secret);
    if (found === null) return show(response, 'accounts/link-over', { isPassword: false }, 404);
    const { translate } = localsOf(response).frame;
    const locals = { secret, name: found.name, form: formView({}, issues, translate) };
    show(response, 'accounts/confirm', locals, issues.length > 0 ? 422 : 200);
  }

  async function confirm(request: Request, response: Response): Promise<void> {
    await orShowAgain(
      async () => {
        const { values } = readForm(confirmationForm, request.body);
        const account = await registration.confirm(String(request.params.secret), values.password);
        await signIn.signInAs(request, account._id);
        flash(request, 'accounts:confirmed');
        redirectTo(response, paths.my);
      },
      (issues) => showConfirmation(request, response, issues),
    );
  }

  return Router()
    .get(paths.register, (request, response) => showRegistration(request, response))
    .post(paths.register, limits.register, register)
    .get(paths.registered, (_, response) => {
      show(response, 'accounts/letter-sent', {
        isPassword: false,
        isMailFolder: config.smtpUrl === undefined,
      });
    })
    .get(paths.confirm(':secret'), (request, response) => showConfirmation(request, response))
    .post(paths.confirm(':secret'), limits.signIn, confirm);
}
