import type { Request, Response } from 'express';
import type { Content, ListingRecord } from '../../models/records.ts';
import { ApplicationError } from '../errors.ts';
import { paths } from '../paths.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { type FormStep, stepAfter } from './formSteps.ts';
import type { OwnListingParts } from './ownListingParts.ts';
import { openPatents } from './ownListingService.ts';
import type { StepEnvelope } from './stepForm.ts';
import { stepPath } from './stepList.ts';
import { createStepShowing } from './stepShowing.ts';

interface Saved {
  reference: string;
  step: FormStep;
  revision: number;
  changes: Content;
  action: StepEnvelope['action'];
}

/** Saves a page of the form and goes on, or shows both versions when somebody else was first. */
export function createStepSaving(parts: OwnListingParts) {
  const { own } = parts;
  const showStep = createStepShowing(parts);

  async function showConflict(request: Request, response: Response, { reference, step, changes }: Saved) {
    const opened = await own.open(actorOf(request), reference);
    await showStep(request, response, opened, step, {
      typed: request.body,
      conflicting: changes,
      status: 409,
    });
  }

  return {
    async save(request: Request, response: Response, saved: Saved): Promise<void> {
      const { reference, step, revision, changes, action } = saved;
      const actor = actorOf(request);
      const { listing } = await own.open(actor, reference);
      try {
        await own.enterPatents(actor, (changes.patents ?? []) as string[]);
        await own.save(actor, reference, revision, changes);
      } catch (error) {
        if (!isLate(error)) throw error;
        return showConflict(request, response, saved);
      }
      const isNew = step === 'patents' && !isSame(listing, changes);
      const next =
        isNew && openPatents(await own.open(actor, reference)) > 0 ? step : stepAfter(listing.kind, step);
      if (action !== 'next') flash(request, 'listings:done.save', { reference });
      redirectTo(response, action === 'next' ? stepPath(reference, next) : paths.myListing(reference));
    },
    showConflict,
  };
}

/** Somebody saved, submitted or decided since the page was opened. */
function isLate(error: unknown): boolean {
  return error instanceof ApplicationError && (error.kind === 'conflict' || error.kind === 'blocked');
}

/** Whether the listing named the same patents before: then the reader knows what is still open. */
function isSame({ draft, live }: ListingRecord, { patents }: Content): boolean {
  return JSON.stringify((draft ?? live)?.content.patents ?? []) === JSON.stringify(patents ?? []);
}
