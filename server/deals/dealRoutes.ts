import { type Request, type Response, Router } from 'express';
import { ApplicationError, type Issue } from '../errors.ts';
import type { Translate } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { declineReasons } from '../vocabulary/declineReasons.ts';
import { failureReasons } from '../vocabulary/failureReasons.ts';
import { actorOf } from '../web/actorOf.ts';
import { formView, scopedForm } from '../web/formView.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localPath } from '../web/localPath.ts';
import { localsOf } from '../web/locals.ts';
import { pagination } from '../web/pagination.ts';
import { readQuery } from '../web/readQuery.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireOffice, requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import type { Web } from '../web/web.ts';
import { type DealRecord, type DealSide, otherSide } from './deal.ts';
import { type DealActs, dealActs, PLAIN_EVENTS } from './dealActs.ts';
import { pageQuery } from './dealForms.ts';
import { dealPage, dealRow } from './dealPage.ts';
import { allowedDealEvents } from './dealPermissions.ts';
import type { DealEvent } from './dealWorkflow.ts';

const PAGE_SIZE = 30;

type Needs = Pick<Services, 'deals' | 'files' | 'occurrences'>;

/** `/my/deals` and `/desk/cases`: lists, one deal with everything both sides share, and its acts. */
export function createDealRoutes(services: Needs, { upload }: Pick<Web, 'upload'>): Router {
  const { reading } = services.deals;
  const acts = dealActs(services);

  const readerOf = (request: Request, response: Response) => ({
    ...localsOf(response).frame,
    viewer: actorOf(request),
  });

  async function list(request: Request, response: Response, which: 'mine' | 'overdue') {
    const reader = readerOf(request, response);
    const { page } = readQuery(pageQuery, request.query);
    const { items, total } = await reading[which](reader.viewer, {
      skip: (page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
    });
    const path = which === 'mine' ? paths.myDeals : paths.deskCases;
    show(response, 'deals/index', {
      heading: reader.translate(which === 'mine' ? 'deals:listTitle' : 'deals:casesTitle'),
      emptyHeading: reader.translate(which === 'mine' ? 'deals:emptyHeading' : 'deals:emptyCasesHeading'),
      emptyText: reader.translate(which === 'mine' ? 'deals:emptyText' : 'deals:emptyCasesText'),
      download: which === 'mine' ? localPath(reader.language, `${paths.myDeals}.csv`) : '',
      rows: items.map((parts) => dealRow(parts, reader)),
      pagination: pagination({ page, pageSize: PAGE_SIZE, total }, path, request.query, reader),
    });
  }

  /** @param scope the act whose form is shown again with what is wrong in it. */
  async function showDeal(request: Request, response: Response, issues: Issue[] = [], scope = '') {
    const reader = readerOf(request, response);
    const parts = await reading.open(reader.viewer, String(request.params.reference));
    const events = allowedDealEvents(reader.viewer, parts.deal);
    const page = dealPage(parts, reader);
    const typed = issues.length > 0 ? request.body : {};
    const form = formView(typed, issues, reader.translate, takeKeptForm(request, response));
    show(
      response,
      'deals/show',
      {
        ...page,
        trail: [
          { href: localPath(reader.language, paths.myDeals), label: reader.translate('deals:listTitle') },
        ],
        form: scope === '' ? form : scopedForm(form, scope),
        openForm: scope,
        ...possibleActs(parts.deal, events, page, reader.translate),
        declineReasons: declineReasons.entries,
        failureReasons: failureReasons.entries,
      },
      scope === '' ? 200 : 422,
    );
  }

  const act = (name: keyof DealActs) => async (request: Request, response: Response) => {
    const reference = String(request.params.reference);
    try {
      await acts[name](request, reference);
      redirectTo(response, paths.myDeal(reference));
    } catch (error) {
      if (!(error instanceof ApplicationError) || error.kind !== 'invalid') throw error;
      await showDeal(request, response, error.issues, name);
    }
  };

  async function download(request: Request, response: Response) {
    const { reference, fileId } = request.params;
    const actor = actorOf(request);
    const file = await reading.file(actor, String(reference), String(fileId));
    await services.occurrences.record({
      actor,
      role: 'reader',
      event: 'download',
      detail: { deal: reference, fileId },
    });
    const { stream, size, mediaType } = await services.files.open(file.fileId);
    response
      .attachment(file.name)
      .type(mediaType)
      .set({ 'Content-Length': String(size), 'Cache-Control': 'private, no-store' });
    stream.pipe(response);
  }

  const router = Router()
    .get(paths.myDeals, requireSignedIn, (request, response) => list(request, response, 'mine'))
    .get(
      paths.deskCases,
      requireOffice('operator', 'supervisor', 'auditor'),
      (request: Request, response: Response) => list(request, response, 'overdue'),
    )
    .get(`${paths.myDeals}/:reference`, requireSignedIn, (request, response) => showDeal(request, response))
    .get(`${paths.myDeals}/:reference/files/:fileId`, requireSignedIn, download);
  for (const name of Object.keys(acts) as (keyof DealActs)[]) {
    const files = name === 'message' ? upload([{ name: 'file', maximum: 3 }]) : [];
    router.post(`${paths.myDeals}/:reference/${name}`, requireSignedIn, files, act(name));
  }
  return router;
}

const SHOWN_EVENTS = ['message', 'disclose', 'propose', 'agree', 'decline', 'fail'];

/** Which forms and buttons of the page the reader gets. */
function possibleActs(
  deal: DealRecord,
  events: readonly DealEvent[],
  { side, notice }: Pick<ReturnType<typeof dealPage>, 'side' | 'notice'>,
  translate: Translate,
) {
  const can = Object.fromEntries(
    SHOWN_EVENTS.map((event) => [event, (events as readonly string[]).includes(event)]),
  );
  const plain = PLAIN_EVENTS.filter(
    (event) => events.includes(event) && (event !== 'deliver' || notice?.isWaiting === true),
  );
  const latest = deal.proposals.at(-1);
  return {
    can: { ...can, disclose: can.disclose && !hasDisclosed(deal.disclosures, side) },
    isOtherLatest: latest !== undefined && side !== '' && latest.side === otherSide(side as DealSide),
    plainActs: plain.map((event, index) => ({
      event,
      isFirst: index === 0,
      label: translate(`deals:do.${event}`),
      hint: translate(`deals:actHint.${event}`),
    })),
  };
}

function hasDisclosed(disclosures: { side: string }[], side: string): boolean {
  return disclosures.some((disclosure) => disclosure.side === side);
}
