import type { Request, Response } from 'express';
import type { Content } from '../../models/records.ts';
import { today } from '../clock.ts';
import type { Issue } from '../errors.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localsOf } from '../web/locals.ts';
import { show } from '../web/show.ts';
import { conflictView } from './conflictView.ts';
import type { FormStep } from './formSteps.ts';
import type { OwnListingParts } from './ownListingParts.ts';
import { type OwnListing, openPatents } from './ownListingService.ts';
import { patentStepRows } from './patentStepRows.ts';
import { stepPage } from './stepPage.ts';

export interface Shown {
  issues?: Issue[];
  /** What was typed, when the page is shown again. */
  typed?: Readonly<Record<string, unknown>>;
  rows?: number;
  /** What somebody wanted to write over something newer. */
  conflicting?: Content;
  status?: number;
}

/** Shows a page of the form of a stored listing: first, with what is wrong, or with what somebody else wrote meanwhile. */
export function createStepShowing({ own, clock }: OwnListingParts) {
  return async function showStep(
    request: Request,
    response: Response,
    opened: OwnListing,
    step: FormStep,
    shown: Shown = {},
  ) {
    const { frame } = localsOf(response);
    const { listing, owner, content } = opened;
    const reader = { language: frame.language, translate: frame.translate, today: today(clock) };
    const patentRows = step === 'patents' ? await patentStepRows(opened, own, reader) : null;
    const page = stepPage(
      {
        kind: listing.kind,
        step,
        reference: listing._id,
        revision: listing.revision,
        content,
        owner,
        submissionId: '',
        typed: shown.typed ?? null,
        kept: takeKeptForm(request, response),
        issues: shown.issues ?? [],
        rows: shown.rows ?? 0,
        open: { patents: openPatents(opened) },
      },
      frame,
    );
    const conflict = shown.conflicting ? conflictView(opened, shown.conflicting, frame) : null;
    show(response, 'my-listings/step', { ...page, patentRows, conflict }, shown.status ?? 200);
  };
}
