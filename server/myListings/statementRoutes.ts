import { type Request, type Response, Router } from 'express';
import type { Content } from '../../models/records.ts';
import { today } from '../clock.ts';
import { ApplicationError, type Issue } from '../errors.ts';
import { reviewWorkflow } from '../listings/listingWorkflow.ts';
import { paths } from '../paths.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localsOf } from '../web/locals.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { fieldsOfFormStep } from './formSteps.ts';
import type { OwnListingParts } from './ownListingParts.ts';
import type { OwnListing } from './ownListingService.ts';
import { statementPage } from './statementPage.ts';
import { readEnvelope, readStep } from './stepForm.ts';
import { createStepSaving } from './stepSaving.ts';

const STEP = 'statement';

interface Again {
  issues: Issue[];
  typed: Readonly<Record<string, unknown>>;
  /** Why a rule refuses, when it is no field. */
  refusal: string;
  status: number;
}

/** The last page of the form: everything as the public will see it, the promises, and the submission. */
export function createStatementRoutes(parts: OwnListingParts): Router {
  const { own, clock } = parts;
  const saving = createStepSaving(parts);

  async function showStatement(
    request: Request,
    response: Response,
    opened: OwnListing,
    again: Again | null = null,
  ) {
    const { language, translate } = localsOf(response).frame;
    const reader = { language, translate, today: today(clock) };
    const kept = takeKeptForm(request, response);
    const page = statementPage(
      opened,
      { typed: again?.typed ?? null, issues: again?.issues ?? [], kept },
      reader,
    );
    const refusal = again?.refusal ? translate(again.refusal) : '';
    show(response, 'my-listings/statement', { ...page, refusal }, again?.status ?? 200);
  }

  const open = (request: Request) => own.open(actorOf(request), String(request.params.reference));

  async function look(request: Request, response: Response) {
    const opened = await open(request);
    if (reviewWorkflow.find(opened.listing.review, 'save') !== null)
      return showStatement(request, response, opened);
    flash(request, 'listings:underReview');
    redirectTo(response, paths.myListing(opened.listing._id));
  }

  async function send(request: Request, response: Response) {
    const opened = await open(request);
    const { listing } = opened;
    const { revision, action } = readEnvelope(request.body);
    const { changes } = readStep(listing.kind, STEP, request.body);
    const saved = { reference: listing._id, step: STEP, revision, changes, action } as const;
    if (action !== 'submit' && action !== 'propose') return saving.save(request, response, saved);
    const missing = unticked(opened, changes);
    if (missing.length > 0)
      return showStatement(request, response, opened, {
        issues: missing,
        typed: request.body,
        refusal: '',
        status: 422,
      });
    try {
      await submit(request, opened, revision, changes);
      flash(request, `listings:done.${action}`, { reference: listing._id });
      redirectTo(response, paths.myListing(listing._id));
    } catch (error) {
      const again = againFrom(error, request.body);
      if (again === null) return saving.showConflict(request, response, saved);
      await showStatement(request, response, await open(request), again);
    }
  }

  /** Writes the promises, then moves; a second sending of the same form finds both done. */
  async function submit(
    request: Request,
    { listing, parties }: OwnListing,
    revision: number,
    changes: Content,
  ) {
    const actor = actorOf(request);
    const reference = listing._id;
    const saved = await own.save(actor, reference, revision, changes);
    const next = saved.revision === listing.revision ? revision : saved.revision;
    const event = parties.has('submitter') ? submissionEvent(listing) : 'propose';
    await own.move({ actor, reference, revision: next, event });
  }

  return Router()
    .get(`${paths.myListings}/:reference/${STEP}`, requireSignedIn, look)
    .post(`${paths.myListings}/:reference/${STEP}`, requireSignedIn, send);
}

/** What was withdrawn and not edited since goes back to review as it was. */
function submissionEvent({ publication, draft }: OwnListing['listing']): string {
  return publication === 'withdrawn' && draft === null ? 'repost' : 'submit';
}

function unticked({ listing }: OwnListing, changes: Content): Issue[] {
  const promises = fieldsOfFormStep(listing.kind, STEP).filter(({ input }) => input === 'flag');
  return promises
    .filter(({ name }) => changes[name] !== true)
    .map(({ name }) => ({ field: name, message: 'listings:tickPromise' }));
}

/** What to show again; null for a conflict, which has a page of its own. */
function againFrom(error: unknown, typed: Readonly<Record<string, unknown>>): Again | null {
  if (!(error instanceof ApplicationError)) throw error;
  if (error.kind === 'conflict') return null;
  if (error.kind === 'invalid') return { issues: error.issues, typed, refusal: '', status: 422 };
  if (error.kind !== 'blocked') throw error;
  return { issues: [], typed, refusal: error.explanation, status: 409 };
}
