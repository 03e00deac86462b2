import { type Request, type Response, Router } from 'express';
import type { Issue } from '../errors.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { viewerOf } from '../web/actorOf.ts';
import { formView } from '../web/formView.ts';
import { safeLocalPath } from '../web/localPath.ts';
import { localsOf } from '../web/locals.ts';
import { readQuery } from '../web/readQuery.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { show } from '../web/show.ts';
import type { Web } from '../web/web.ts';
import { signInQuery } from './accountForms.ts';
import { demoRows } from './accountPage.ts';
import { DEMO_PASSWORD } from './demoPassword.ts';
import { withoutPasswords } from './withoutPasswords.ts';

type Parts = Pick<Services, 'accounts' | 'config' | 'stores'>;

/** `/sign-in` and `/sign-out`. After signing in one is where one wanted to be. */
export function createSignInRoutes({ accounts, config, stores }: Parts, { limits, signIn }: Web): Router {
  async function showSignIn(
    response: Response,
    values: Record<string, unknown>,
    issues: Issue[] = [],
  ): Promise<void> {
    const { frame } = localsOf(response);
    const demo = config.demo
      ? await demoRows(await accounts.demoAccounts(), stores.organisations, frame)
      : [];
    const locals = {
      form: formView(values, issues, frame.translate),
      demo,
      demoPassword: DEMO_PASSWORD,
      returnTo: String(values.returnTo ?? ''),
    };
    show(response, 'accounts/sign-in', locals, issues.length > 0 ? 422 : 200);
  }

  async function openSignIn(request: Request, response: Response): Promise<void> {
    const query = readQuery(signInQuery, request.query);
    const returnTo = safeLocalPath(query['return-to']) ?? '';
    if (viewerOf(request) !== null) return redirectTo(response, returnTo || paths.my);
    await showSignIn(response, { returnTo });
  }

  async function enter(request: Request, response: Response): Promise<void> {
    const typed = request.body ?? {};
    const { refusal } = await signIn.signIn(request);
    const returnTo = safeLocalPath(typed.returnTo);
    if (refusal === null) return redirectTo(response, returnTo ?? paths.my);
    await showSignIn(
      response,
      { ...withoutPasswords(typed), returnTo: returnTo ?? '' },
      issuesOf(refusal, typed),
    );
  }

  async function leave(request: Request, response: Response): Promise<void> {
    await signIn.signOut(request);
    redirectTo(response, paths.home);
  }

  return Router()
    .get(paths.signIn, openSignIn)
    .post(paths.signIn, limits.signIn, enter)
    .post(paths.signOut, leave);
}

function issuesOf(refusal: string, typed: Record<string, unknown>): Issue[] {
  if (refusal !== 'missing') return [{ field: 'mail', message: `accounts:refusal.${refusal}` }];
  return ['mail', 'password']
    .filter((field) => typeof typed[field] !== 'string' || typed[field] === '')
    .map((field) => ({ field, message: 'forms:required' }));
}
