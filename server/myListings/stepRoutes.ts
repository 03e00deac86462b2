import { type Request, type Response, Router } from 'express';
import { notFound } from '../errors.ts';
import { reviewWorkflow } from '../listings/listingWorkflow.ts';
import { paths } from '../paths.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { type FormStep, findFormStep } from './formSteps.ts';
import type { OwnListingParts } from './ownListingParts.ts';
import type { OwnListing } from './ownListingService.ts';
import { readEnvelope, readStep } from './stepForm.ts';
import { createStepSaving } from './stepSaving.ts';
import { createStepShowing } from './stepShowing.ts';

/** Files and statement have pages of their own. */
const STEP_PATHS = ['subject', 'detail', 'patents', 'terms'].map(
  (step) => `${paths.myListings}/:reference/${step}`,
);

/** `/my/listings/:reference/:step`: one page of the guided form, saved on its own. */
export function createStepRoutes(parts: OwnListingParts): Router {
  const { own } = parts;
  const showStep = createStepShowing(parts);
  const saving = createStepSaving(parts);

  async function open(request: Request): Promise<{ opened: OwnListing; step: FormStep }> {
    const opened = await own.open(actorOf(request), String(request.params.reference));
    const step = findFormStep(opened.listing.kind, request.path.split('/').at(-1) ?? '');
    if (step === null) throw notFound();
    return { opened, step };
  }

  async function edit(request: Request, response: Response) {
    const { opened, step } = await open(request);
    const { _id, review } = opened.listing;
    if (reviewWorkflow.find(review, 'save') !== null) return showStep(request, response, opened, step);
    flash(request, 'listings:underReview');
    redirectTo(response, paths.myListing(_id));
  }

  async function save(request: Request, response: Response) {
    const { opened, step } = await open(request);
    const { revision, action, rows } = readEnvelope(request.body);
    const typed = request.body;
    if (action === 'add-row') return showStep(request, response, opened, step, { typed, rows: rows + 1 });
    const { changes, issues } = readStep(opened.listing.kind, step, typed);
    if (issues.length > 0)
      return showStep(request, response, opened, step, { typed, issues, rows, status: 422 });
    await saving.save(request, response, { reference: opened.listing._id, step, revision, changes, action });
  }

  return Router().get(STEP_PATHS, requireSignedIn, edit).post(STEP_PATHS, requireSignedIn, save);
}
