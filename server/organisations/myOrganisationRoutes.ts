import { type Request, type Response, Router } from 'express';
import type { OrganisationRecord } from '../../models/records.ts';
import { ApplicationError, type Issue } from '../errors.ts';
import { newId } from '../newId.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { formView } from '../web/formView.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localPath } from '../web/localPath.ts';
import { localsOf } from '../web/locals.ts';
import { orShowAgain } from '../web/orShowAgain.ts';
import { readForm } from '../web/readForm.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { withHouse, withoutHouse } from './myOrganisationPage.ts';
import { organisationChoices, organisationValues } from './organisationFormPage.ts';
import { creationForm, editForm, joinForm, suggestionsForm } from './organisationForms.ts';
import { organisationHead } from './organisationPage.ts';
import { ownHouse } from './ownHouse.ts';
import { readUnitLines } from './unitLines.ts';

type Parts = Pick<Services, 'accounts' | 'organisations' | 'stores'>;

interface FormState {
  before: OrganisationRecord | null;
  issues?: Issue[];
  isStale?: boolean;
}

/** `/my/organisation`: without one, how to get to one; with one, what there is to do, and its profile. */
export function createMyOrganisationRoutes({ accounts, organisations, stores }: Parts): Router {
  const { service } = organisations;

  async function showOverview(request: Request, response: Response, issues: Issue[] = []): Promise<void> {
    const { frame } = localsOf(response);
    const actor = actorOf(request);
    const form = formView(issues.length > 0 ? request.body : {}, issues, frame.translate);
    const status = issues.length > 0 ? 422 : 200;
    if (actor.membership === null) {
      const account = await stores.accounts.get(actor.accountId);
      const invitations = await accounts.invitations.waitingFor(actor);
      const page = await withoutHouse(account, invitations, service.findMany, frame);
      return show(response, 'organisations/none', { ...page, form }, status);
    }
    const organisation = await service.get(actor.membership.organisationId);
    show(response, 'organisations/mine', withHouse(actor, organisation, frame), status);
  }

  /** `isStale`: somebody else saved first; what was typed stays in the boxes, beside what is stored now. */
  function showForm(
    request: Request,
    response: Response,
    { before, issues = [], isStale = false }: FormState,
  ): void {
    const { frame } = localsOf(response);
    const stored: Record<string, unknown> = before === null ? { id: newId() } : organisationValues(before);
    const values = isStale || issues.length > 0 ? request.body : stored;
    const locals = {
      ...organisationChoices(frame),
      isNew: before === null,
      heading: frame.translate(before === null ? 'organisations:createTitle' : 'organisations:editTitle'),
      submit: frame.translate(before === null ? 'organisations:create' : 'common:save'),
      action: localPath(frame.language, before === null ? paths.myOrganisationNew : paths.myOrganisationEdit),
      isVerified: before?.verification === 'verified',
      id: String(values.id ?? ''),
      revision: String(isStale ? stored.revision : (values.revision ?? 0)),
      current: isStale && before !== null ? organisationHead(before, frame) : null,
      form: formView(values, issues, frame.translate, takeKeptForm(request, response)),
    };
    show(response, 'organisations/form', locals, statusOf(issues, isStale));
  }

  async function create(request: Request, response: Response): Promise<void> {
    await orShowAgain(
      async () => {
        const { id, profile } = readForm(creationForm, request.body).values;
        const { unitLines, ...rest } = profile;
        const result = await service.create(actorOf(request), id, {
          ...rest,
          units: readUnitLines(unitLines, []),
        });
        if (result.organisation === null) return showTaken(response, result.taken);
        flash(request, 'organisations:created');
        redirectTo(response, paths.myOrganisation);
      },
      (issues) => showForm(request, response, { before: null, issues }),
    );
  }

  function showTaken(response: Response, taken: OrganisationRecord): void {
    show(response, 'organisations/taken', organisationHead(taken, localsOf(response).frame), 409);
  }

  async function edit(request: Request, response: Response): Promise<void> {
    const actor = actorOf(request);
    const before = await ownHouse(actor, service);
    const showAgain = (issues: Issue[]) => showForm(request, response, { before, issues });
    await orShowAgain(async () => {
      const { revision, profile } = readForm(editForm, request.body).values;
      const { unitLines, ...rest } = profile;
      const units = readUnitLines(unitLines, before.units);
      try {
        await service.edit(actor, before._id, revision, { ...rest, units });
      } catch (error) {
        if (!(error instanceof ApplicationError) || error.kind !== 'conflict') throw error;
        return showForm(request, response, { before: await ownHouse(actor, service), isStale: true });
      }
      flash(request, 'organisations:saved');
      redirectTo(response, paths.myOrganisation);
    }, showAgain);
  }

  async function find(request: Request, response: Response): Promise<void> {
    await orShowAgain(
      async () => {
        const { creditCode } = readForm(joinForm, request.body).values;
        const found = await service.findByIdentifier('uscc', creditCode ?? '');
        if (found === null)
          return showOverview(request, response, [
            { field: 'creditCode', message: 'organisations:noSuchCode' },
          ]);
        redirectTo(response, paths.organisation(found._id));
      },
      (issues) => showOverview(request, response, issues),
    );
  }

  async function chooseSuggestions(request: Request, response: Response): Promise<void> {
    const { suggestions } = readForm(suggestionsForm, request.body).values;
    const actor = actorOf(request);
    const { _id } = await ownHouse(actor, service);
    await service.chooseSuggestions(actor, _id, suggestions === 'on');
    flash(request, `suggestions:saved.${suggestions}`);
    redirectTo(response, paths.myOrganisation);
  }

  return Router()
    .get(paths.myOrganisation, requireSignedIn, (request, response) => showOverview(request, response))
    .get(paths.myOrganisationNew, requireSignedIn, (request, response) => {
      if (actorOf(request).membership !== null) return redirectTo(response, paths.myOrganisation);
      showForm(request, response, { before: null });
    })
    .post(paths.myOrganisationNew, requireSignedIn, create)
    .post(`${paths.myOrganisation}/find`, requireSignedIn, find)
    .get(paths.myOrganisationEdit, requireSignedIn, async (request, response) =>
      showForm(request, response, { before: await ownHouse(actorOf(request), service) }),
    )
    .post(paths.myOrganisationEdit, requireSignedIn, edit)
    .post(paths.myOrganisationSuggestions, requireSignedIn, chooseSuggestions);
}

function statusOf(issues: Issue[], isStale: boolean): number {
  if (isStale) return 409;
  return issues.length > 0 ? 422 : 200;
}
