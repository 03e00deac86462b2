import { type Request, type Response, Router } from 'express';
import type { Issue } from '../errors.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { formView } from '../web/formView.ts';
import { localsOf } from '../web/locals.ts';
import { orShowAgain } from '../web/orShowAgain.ts';
import { pagination } from '../web/pagination.ts';
import { readForm } from '../web/readForm.ts';
import { readQuery } from '../web/readQuery.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireOffice } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { accountsQuery, postForm, revisionForm, suspensionForm } from './accountForms.ts';
import type { Actor } from './actor.ts';
import { accountRows, deskAccountPage, filterLocals } from './deskAccountPage.ts';

const PAGE_SIZE = 30;
type Parts = Pick<Services, 'accounts' | 'organisations'>;
type Act = (actor: Actor, accountId: string, body: unknown) => Promise<void>;

/** `/desk/accounts`: who is there, and what an administrator changes about them. */
export function createDeskAccountRoutes({ accounts, organisations }: Parts): Router {
  const { office, erasure } = accounts;

  async function showList(request: Request, response: Response): Promise<void> {
    const { frame } = localsOf(response);
    const query = readQuery(accountsQuery, request.query);
    const filter = { text: query.q || null, state: query.state ?? null, officeRole: query.role ?? null };
    const found = await office.page(actorOf(request), filter, (query.page - 1) * PAGE_SIZE, PAGE_SIZE);
    show(response, 'accounts/desk-list', {
      ...filterLocals(query, frame),
      total: found.total,
      rows: await accountRows(found.accounts, organisations.service.findMany, frame),
      pagination: pagination(
        { page: query.page, pageSize: PAGE_SIZE, total: found.total },
        paths.deskAccounts,
        request.query,
        frame,
      ),
    });
  }

  async function showOne(request: Request, response: Response, issues: Issue[] = []): Promise<void> {
    const { frame } = localsOf(response);
    const actor = actorOf(request);
    const account = await office.get(actor, String(request.params.accountId));
    const ids = account.memberships.map((membership) => membership.organisationId);
    const houses = await organisations.service.findMany(ids);
    const typed = issues.length > 0 ? request.body : undefined;
    const page = deskAccountPage({ actor, account, houses }, frame);
    const form = formView(typed ?? page.values, issues, frame.translate);
    show(response, 'accounts/desk-account', { ...page, form }, issues.length > 0 ? 422 : 200);
  }

  const acts: Record<string, Act> = {
    appoint: async (actor, accountId, body) => {
      const { revision, ...post } = readForm(postForm, body).values;
      await office.appoint({ actor, accountId, revision }, post);
    },
    relieve: async (actor, accountId, body) => {
      await office.relieve({ actor, accountId, ...readForm(revisionForm, body).values });
    },
    suspend: async (actor, accountId, body) => {
      const { revision, reason, text } = readForm(suspensionForm, body).values;
      await office.suspend({ actor, accountId, revision }, reason, text);
    },
    restore: async (actor, accountId, body) => {
      await office.restore({ actor, accountId, ...readForm(revisionForm, body).values });
    },
    erase: async (actor, accountId, body) => {
      await erasure.erase(actor, accountId, readForm(revisionForm, body).values.revision);
    },
  };

  const answer = (name: string, act: Act) => (request: Request, response: Response) =>
    orShowAgain(
      async () => {
        const accountId = String(request.params.accountId);
        await act(actorOf(request), accountId, request.body);
        flash(request, `accounts:done.${name}`);
        redirectTo(response, paths.deskAccount(accountId));
      },
      (issues) => showOne(request, response, issues),
    );

  const readers = requireOffice('administrator', 'auditor');
  const one = `${paths.deskAccounts}/:accountId`;
  const router = Router()
    .get(paths.deskAccounts, readers, showList)
    .get(one, readers, (request: Request, response: Response) => showOne(request, response));
  for (const [name, act] of Object.entries(acts)) {
    router.post(`${one}/${name}`, requireOffice('administrator'), answer(name, act));
  }
  return router;
}
