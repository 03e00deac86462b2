import { type Request, type Response, Router } from 'express';
import { ApplicationError, type Issue } from '../errors.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { reviewReasons } from '../vocabulary/reviewReasons.ts';
import { suspensionReasons } from '../vocabulary/suspensionReasons.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { formView, scopedForm } from '../web/formView.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localPath } from '../web/localPath.ts';
import { localsOf } from '../web/locals.ts';
import { pagination } from '../web/pagination.ts';
import { readForm } from '../web/readForm.ts';
import { readQuery } from '../web/readQuery.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireOffice } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { bulkForm, decisionForm, queueQuery } from './reviewForms.ts';
import { casePage, queueRow } from './reviewPage.ts';

const PAGE_SIZE = 30;

/** `/desk/review`: the queue, one case, the decision. */
export function createReviewRoutes({
  listings,
  clock,
  config,
}: Pick<Services, 'listings' | 'clock' | 'config'>): Router {
  const { review } = listings;
  const readerOf = (response: Response) => {
    const { language, translate } = localsOf(response).frame;
    return { language, translate, now: clock.now() };
  };

  async function showQueue(request: Request, response: Response) {
    const query = readQuery(queueQuery, request.query);
    const actor = actorOf(request);
    const reader = readerOf(response);
    const at = { skip: (query.page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const { items, total } = await review.queue(
      actor,
      { kind: query.kind ?? null, mine: query.scope === 'mine' },
      at,
    );
    const tab = (scope: 'mine' | 'all') => ({
      href: localPath(reader.language, `${paths.deskReview}?scope=${scope}`),
      label: reader.translate(`review:${scope}`),
      isCurrent: scope === query.scope,
      count: null,
    });
    const isFirstLevel =
      actor.office?.role === 'operator' && actor.office.level !== config.reviewLevels.at(-1);
    show(response, 'review/queue', {
      total,
      tabs: [tab('mine'), tab('all')],
      rows: items.map((item) => queueRow(item, reader)),
      canBulk: isFirstLevel && query.scope === 'mine',
      pagination: pagination(
        { page: query.page, pageSize: PAGE_SIZE, total },
        paths.deskReview,
        request.query,
        reader,
      ),
    });
  }

  async function showCase(request: Request, response: Response, issues: Issue[] = [], status = 200) {
    const reader = readerOf(response);
    const { language, translate } = reader;
    const found = await review.open(actorOf(request), String(request.params.reference), language);
    const page = casePage(found, reader);
    const templates = reviewReasons.entries.map((entry) => ({
      label: entry[language],
      text: entry.template[language],
    }));
    const form = formView(
      issues.length > 0 ? request.body : {},
      issues,
      translate,
      takeKeptForm(request, response),
    );
    const isAboutLive = request.body?.event === 'suspend' || request.body?.event === 'restore';
    const locals = {
      ...page,
      trail: [{ href: localPath(language, paths.deskReview), label: translate('review:queueTitle') }],
      form: issues.length > 0 ? scopedForm(form, isAboutLive ? 'live' : '') : form,
      isAboutLive,
      reasons: reviewReasons.entries,
      suspensionReasons: suspensionReasons.entries,
      templates,
      isLastLevel: found.listing.reviewLevel === config.reviewLevels.at(-1),
    };
    show(response, 'review/case', locals, status);
  }

  async function decide(request: Request, response: Response) {
    const reference = String(request.params.reference);
    try {
      const { values } = readForm(decisionForm, request.body);
      await review.decide({ ...values, actor: actorOf(request), reference });
      flash(request, `review:done.${values.event}`, { reference });
      redirectTo(response, paths.deskReview);
    } catch (error) {
      if (!(error instanceof ApplicationError) || error.kind !== 'invalid') throw error;
      await showCase(request, response, error.issues, 422);
    }
  }

  async function decideMany(request: Request, response: Response) {
    const { values } = readForm(bulkForm, request.body);
    const result = await review.decideMany(actorOf(request), values.reference, values.event);
    flash(request, 'review:bulkDone', result);
    redirectTo(response, paths.deskReview);
  }

  return Router()
    .get(paths.deskReview, requireOffice('operator', 'supervisor', 'auditor'), showQueue)
    .post(paths.deskReview, requireOffice('operator'), decideMany)
    .get(
      `${paths.deskReview}/:reference`,
      requireOffice('operator', 'supervisor', 'auditor'),
      (request: Request, response: Response) => showCase(request, response),
    )
    .post(`${paths.deskReview}/:reference`, requireOffice('operator', 'supervisor'), decide);
}
