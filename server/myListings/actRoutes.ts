import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { today } from '../clock.ts';
import { ApplicationError, type Issue, invalid, notFound } from '../errors.ts';
import { isDiscarded } from '../listings/listingWorkflow.ts';
import { paths } from '../paths.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { formView } from '../web/formView.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localsOf } from '../web/locals.ts';
import { readForm } from '../web/readForm.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { actForm } from './actForms.ts';
import { ACT_TEXTS, actWords, CONFIRMED_ACTS, type ConfirmedAct, outcomesOf } from './listingActs.ts';
import { standingBadges } from './listingStanding.ts';
import { fieldLabel } from './overview.ts';
import type { OwnListingParts } from './ownListingParts.ts';
import type { OwnListing } from './ownListingService.ts';
import { ownTitle } from './ownListPage.ts';

const PATH = `${paths.myListings}/:reference/acts/:act`;
const OVER = ['declined', 'stale', 'failed'];

/** `/my/listings/:reference/acts/:act`: what an act means, and the button that does it. */
export function createActRoutes({ own, stores, clock }: OwnListingParts): Router {
  async function showAct(
    request: Request,
    response: Response,
    again: { issues: Issue[]; refusal: string; status: number } | null = null,
  ) {
    const { language, translate } = localsOf(response).frame;
    const act = actOf(request);
    const opened = await own.open(actorOf(request), String(request.params.reference));
    const { listing } = opened;
    const possible = (await own.possible(opened)).find(({ event }) => event === act);
    const deals = await stores.deals.ofListing(listing._id, { skip: 0, limit: 100 });
    const reader = { language, translate, today: today(clock) };
    const words = actWords(act, listing);
    const issues = again?.issues ?? [];
    show(
      response,
      'my-listings/act',
      {
        act,
        reference: listing._id,
        revision: listing.revision,
        listingTitle: ownTitle(listing, reader),
        badges: standingBadges(listing, reader),
        heading: translate(`listings:act.${words}.heading`),
        explanation: translate(`listings:act.${words}.explanation`),
        label: translate(`listings:act.${words}.label`),
        text: ACT_TEXTS[act] ?? '',
        textLabel: translate(`listings:actText.${act === 'appeal' || act === 'hand-back' ? act : 'note'}`),
        outcomes: outcomesOf(act, opened),
        openDeals: deals.filter(({ state }) => !OVER.includes(state)).length,
        isRefusal: act === 'withdraw' || act === 'discard',
        isPossible: possible !== undefined && possible.refusal === null,
        refusal: again?.refusal || refusalText(possible?.refusal ?? null, opened, language, translate),
        form: formView(
          again === null ? {} : request.body,
          issues,
          translate,
          takeKeptForm(request, response),
        ),
      },
      again?.status ?? 200,
    );
  }

  async function doAct(request: Request, response: Response) {
    const act = actOf(request);
    const actor = actorOf(request);
    // Pressed twice, the second time finds it done.
    if (act === 'discard' && (await own.isDiscarded(actor, String(request.params.reference))))
      return redirectTo(response, paths.myListings);
    const opened = await own.open(actor, String(request.params.reference));
    const reference = opened.listing._id;
    try {
      const { values } = readForm(actForm, request.body);
      const issues = missingIssues(act, opened, values);
      if (issues.length > 0) throw invalid(issues);
      const moved = await own.move({ actor, reference, event: act, ...values });
      flash(request, `listings:done.${actWords(act, opened.listing)}`, { reference });
      redirectTo(response, isDiscarded(moved) ? paths.myListings : paths.myListing(reference));
    } catch (error) {
      if (!(error instanceof ApplicationError) || !['invalid', 'conflict', 'blocked'].includes(error.kind))
        throw error;
      const own = error.issues.filter(
        ({ field }) => field === 'text' || field === 'reason' || field === 'revision',
      );
      const refusal =
        own.length > 0 ? '' : localsOf(response).frame.translate(error.explanation, error.values);
      await showAct(request, response, {
        issues: own,
        refusal,
        status: error.kind === 'invalid' ? 422 : 409,
      });
    }
  }

  return Router()
    .get(PATH, requireSignedIn, (request, response) => showAct(request, response))
    .post(PATH, requireSignedIn, doAct);
}

function actOf(request: Request): ConfirmedAct {
  const act = CONFIRMED_ACTS.find((name) => name === request.params.act);
  if (act === undefined) throw notFound();
  return act;
}

function missingIssues(
  act: ConfirmedAct,
  opened: OwnListing,
  { text, reason }: z.infer<typeof actForm>,
): Issue[] {
  return [
    ...(ACT_TEXTS[act] === 'needed' && text === null ? [{ field: 'text', message: 'forms:required' }] : []),
    ...(outcomesOf(act, opened).length > 0 && reason === null
      ? [{ field: 'reason', message: 'forms:choose' }]
      : []),
  ];
}

/** Why an act is refused now: the rule, or the fields that are still open. */
function refusalText(
  refusal: ApplicationError | null,
  { listing }: OwnListing,
  language: 'zh' | 'en',
  translate: (key: string, values?: Record<string, string | number>) => string,
): string {
  if (refusal === null) return '';
  if (refusal.issues.length === 0) return translate(refusal.explanation, refusal.values);
  const labels = [...new Set(refusal.issues.map(({ field }) => fieldLabel(listing, field, language)))];
  return translate('listings:stillOpen', { fields: labels.join(translate('common:and')) });
}
