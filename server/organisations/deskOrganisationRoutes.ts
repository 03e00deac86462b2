import { type Request, type Response, Router } from 'express';
import type { Issue } from '../errors.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { formView } from '../web/formView.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localsOf } from '../web/locals.ts';
import { orShowAgain } from '../web/orShowAgain.ts';
import { pagination } from '../web/pagination.ts';
import { readForm } from '../web/readForm.ts';
import { readQuery } from '../web/readQuery.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireOffice } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { deskOrganisationPage, deskRows, deskTabs } from './deskOrganisationPage.ts';
import { decisionForm, deskQuery } from './organisationForms.ts';
import type { VerificationService } from './verificationService.ts';

const PAGE_SIZE = 30;
const OFFICE = ['operator', 'supervisor', 'administrator', 'auditor'] as const;

type Parts = Pick<Services, 'organisations' | 'accounts'>;
type Decision = {
  event: 'verify' | 'refuse' | 'revoke' | 'suspend' | 'restore';
  checks: string[];
  reason: string | null;
  text: string | null;
};

/** `/desk/organisations`: requests with the oldest promise first, one organisation with its evidence, the decision. */
export function createDeskOrganisationRoutes({ organisations, accounts }: Parts): Router {
  const { service, verification } = organisations;

  async function showQueue(request: Request, response: Response): Promise<void> {
    const { frame } = localsOf(response);
    const { state, page } = readQuery(deskQuery, request.query);
    const filter =
      state === 'suspended'
        ? { verification: null, state: 'suspended' as const }
        : { verification: state, state: null };
    const found = await verification.desk(actorOf(request), filter, (page - 1) * PAGE_SIZE, PAGE_SIZE);
    show(response, 'organisations/desk-list', {
      total: found.total,
      isQueue: state === 'requested',
      tabs: deskTabs(state, frame),
      rows: deskRows(found.organisations, frame),
      pagination: pagination(
        { page, pageSize: PAGE_SIZE, total: found.total },
        paths.deskOrganisations,
        request.query,
        frame,
      ),
    });
  }

  async function showOne(request: Request, response: Response, issues: Issue[] = []): Promise<void> {
    const { frame } = localsOf(response);
    const actor = actorOf(request);
    const organisation = await service.get(String(request.params.organisationId));
    const members = await accounts.memberships.membersOf(organisation._id);
    const typed = issues.length > 0 ? request.body : {};
    const form = formView(typed, issues, frame.translate, takeKeptForm(request, response));
    const page = deskOrganisationPage({ actor, organisation, members }, frame);
    show(response, 'organisations/desk-one', { ...page, form }, issues.length > 0 ? 422 : 200);
  }

  async function decide(request: Request, response: Response): Promise<void> {
    const organisationId = String(request.params.organisationId);
    await orShowAgain(
      async () => {
        const { revision, ...decision } = readForm(decisionForm, request.body).values;
        await take(verification, { actor: actorOf(request), organisationId, revision }, decision);
        flash(request, `organisations:done.${decision.event}`);
        redirectTo(
          response,
          decision.event === 'verify' || decision.event === 'refuse'
            ? paths.deskOrganisations
            : paths.deskOrganisation(organisationId),
        );
      },
      (issues) => showOne(request, response, issues),
    );
  }

  const readers = requireOffice(...OFFICE);
  const one = `${paths.deskOrganisations}/:organisationId`;
  return Router()
    .get(paths.deskOrganisations, readers, showQueue)
    .get(one, readers, (request: Request, response: Response) => showOne(request, response))
    .post(one, readers, decide);
}

function take(
  verification: VerificationService,
  seen: Parameters<VerificationService['request']>[0],
  { event, checks, reason, text }: Decision,
) {
  if (event === 'verify') return verification.verify(seen, checks, text);
  if (event === 'restore') return verification.restore(seen);
  return verification[event](seen, reason ?? '', text);
}
