import { type Request, type Response, Router } from 'express';
import type { Actor } from '../accounts/actor.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import { inputs } from '../catalogue/inputs/inputs.ts';
import type { Issue } from '../errors.ts';
import { inLanguage, type LocalizedText } from '../localized.ts';
import { newId } from '../newId.ts';
import { isOpen } from '../openLicences/offerWorkflow.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { requestKinds } from '../vocabulary/requestKinds.ts';
import { actorOf } from '../web/actorOf.ts';
import { factRow } from '../web/factRow.ts';
import { flash } from '../web/flash.ts';
import { formView } from '../web/formView.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localPath } from '../web/localPath.ts';
import { localsOf } from '../web/locals.ts';
import { orShowAgain } from '../web/orShowAgain.ts';
import { readForm } from '../web/readForm.ts';
import { readQuery } from '../web/readQuery.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { newRequestQuery, noticeForm, requestForm } from './dealForms.ts';
import { ANSWER_WORKING_DAYS } from './dealWorkflow.ts';

/** How a deal begins: `/my/deals/new` and, for an announced open licence, `/my/deals/notice`. */
export function createRequestRoutes({ deals, matching }: Pick<Services, 'deals' | 'matching'>): Router {
  const { requests } = deals;

  async function target(request: Request, response: Response) {
    const query = readQuery(newRequestQuery, request.query);
    const listing = await requests.target(actorOf(request), query.listing);
    const { language } = localsOf(response).frame;
    const title = inLanguage(listing.live?.content.title as LocalizedText | undefined, language);
    return { query, listing, shown: { reference: listing._id, title } };
  }

  async function showNew(request: Request, response: Response, issues: Issue[] = [], status = 200) {
    const { frame } = localsOf(response);
    const { query, listing, shown } = await target(request, response);
    const proposed = listing.kind === 'demand' ? 'proposal' : 'information';
    const first = { requestKind: query.kind ?? proposed, isAnonymous: query.anonymous ? 'true' : '' };
    const values = issues.length > 0 ? request.body : first;
    show(
      response,
      'deals/new',
      {
        listing: shown,
        action: localPath(
          frame.language,
          `${paths.newDeal}?${new URLSearchParams(request.query as Record<string, string>)}`,
        ),
        submissionKey: values.submissionKey ?? newId(),
        counterpart: query.for ?? '',
        match: query.match ?? '',
        answerDays: ANSWER_WORKING_DAYS,
        requestKinds: requestKinds.entries.filter(
          ({ code }) =>
            (code === 'proposal') === (listing.kind === 'demand') ||
            code === 'information' ||
            code === 'meeting',
        ),
        form: formView(values, issues, frame.translate, takeKeptForm(request, response)),
      },
      status,
    );
  }

  async function send(request: Request, response: Response) {
    const { query } = await target(request, response);
    await orShowAgain(
      async () => {
        const {
          requestKind,
          isAnonymous,
          submissionKey,
          for: own,
          match,
          ...answers
        } = readForm(requestForm, request.body).values;
        const deal = await requests.request({
          actor: actorOf(request),
          listing: query.listing,
          requestKind,
          answers,
          isAnonymous,
          counterpartListing: own,
          match,
          submissionKey,
        });
        if (isAnonymous && match) await knock(actorOf(request), match);
        flash(request, 'deals:done.request', { days: ANSWER_WORKING_DAYS });
        redirectTo(response, paths.myDeal(deal._id));
      },
      (issues) => showNew(request, response, issues, 422),
    );
  }

  /** A silent demand's owner made itself heard; the match remembers it. */
  async function knock(actor: Actor, reference: string): Promise<void> {
    const match = await matching.store.find(reference);
    if (match === null || !match.isSilent) return;
    await matching.service.knock({ actor, reference, revision: match.revision });
  }

  async function showNotice(request: Request, response: Response, issues: Issue[] = [], status = 200) {
    const { frame } = localsOf(response);
    const { listing, shown } = await target(request, response);
    if (!isOpen(listing.offer)) return redirectTo(response, paths.listing(listing._id));
    const terms = fieldsOf('open-licence')
      .filter(({ name }) => listing.offer?.terms?.[name] !== undefined)
      .map((field) =>
        factRow(
          field.label[frame.language],
          inputs[field.input].show(listing.offer?.terms?.[field.name], field, frame.language),
        ),
      );
    const values = issues.length > 0 ? request.body : {};
    show(
      response,
      'deals/notice',
      {
        listing: shown,
        terms,
        action: localPath(frame.language, `${paths.licenceNotice}?listing=${listing._id}`),
        submissionKey: values.submissionKey ?? newId(),
        form: formView(values, issues, frame.translate, takeKeptForm(request, response)),
      },
      status,
    );
  }

  async function giveNotice(request: Request, response: Response) {
    const { query } = await target(request, response);
    await orShowAgain(
      async () => {
        const { use, about, submissionKey } = readForm(noticeForm, request.body).values;
        const answers = { cooperation: use, unclear: '', about };
        const deal = await requests.giveNotice(
          { actor: actorOf(request), listing: query.listing, requestKind: 'licence', answers, submissionKey },
          use,
        );
        flash(request, 'deals:done.notice');
        redirectTo(response, paths.myDeal(deal._id));
      },
      (issues) => showNotice(request, response, issues, 422),
    );
  }

  return Router()
    .get(paths.newDeal, requireSignedIn, (request, response) => showNew(request, response))
    .post(paths.newDeal, requireSignedIn, send)
    .get(paths.licenceNotice, requireSignedIn, (request, response) => showNotice(request, response))
    .post(paths.licenceNotice, requireSignedIn, giveNotice);
}
