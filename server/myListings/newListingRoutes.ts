import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Content, ListingKind } from '../../models/records.ts';
import { isListingKind } from '../catalogue/catalogue.ts';
import { badRequest, type Issue, notFound } from '../errors.ts';
import type { Language, LocalizedText } from '../localized.ts';
import { newId } from '../newId.ts';
import { paths } from '../paths.ts';
import { actorOf } from '../web/actorOf.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localsOf } from '../web/locals.ts';
import { readQuery } from '../web/readQuery.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { formStepsOf } from './formSteps.ts';
import type { OwnListingParts } from './ownListingParts.ts';
import { readEnvelope, readStep } from './stepForm.ts';
import { stepPage } from './stepPage.ts';
import { createStepSaving } from './stepSaving.ts';

/** `title`: what somebody searched for and did not find, as the beginning of a demand (D11). */
const newQuery = z.strictObject({ title: z.string().max(400).optional() });

/** `/my/listings/new/:kind`: the first page of the form; sending it begins the listing. */
export function createNewListingRoutes(parts: OwnListingParts): Router {
  const { own } = parts;
  const saving = createStepSaving(parts);

  interface Again {
    issues: Issue[];
    rows: number;
  }

  async function showFirst(request: Request, response: Response, again: Again | null = null) {
    const { frame } = localsOf(response);
    const kind = kindOf(request);
    const actor = actorOf(request);
    if (actor.membership === null) return show(response, 'my-listings/no-organisation', {});
    const { title } = readQuery(newQuery, request.query);
    const kept = takeKeptForm(request, response);
    const submissionId = again === null ? newId() : (readEnvelope(request.body).submissionId ?? newId());
    const content = title === undefined ? {} : { title: titleFrom(title) };
    const page = stepPage(
      {
        kind,
        step: firstStep(kind),
        reference: null,
        revision: 0,
        content,
        owner: await own.ownerOf(actor),
        submissionId,
        typed: again === null ? null : request.body,
        kept,
        issues: again?.issues ?? [],
        rows: again?.rows ?? 0,
      },
      frame,
    );
    show(response, 'my-listings/step', { ...page, ...NOTHING_ELSE }, again?.issues.length ? 422 : 200);
  }

  async function begin(request: Request, response: Response) {
    const kind = kindOf(request);
    const actor = actorOf(request);
    const { language } = localsOf(response).frame;
    const { action, rows, submissionId } = readEnvelope(request.body);
    if (action === 'add-row') return showFirst(request, response, { issues: [], rows: rows + 1 });
    if (submissionId === undefined) throw badRequest('errors:malformedBody');
    const { changes, issues } = readStep(kind, firstStep(kind), request.body);
    if (issues.length > 0) return showFirst(request, response, { issues, rows });
    const content = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const originalLanguage = languageOf(content, language);
    const listing = await own.start({ actor, kind, content, originalLanguage, submissionId });
    // Sent once more with other words, by the back button, the form changes the draft it began before.
    await saving.save(request, response, {
      reference: listing._id,
      step: firstStep(kind),
      revision: 1,
      changes,
      action,
    });
  }

  return Router()
    .get(`${paths.myListings}/new/:kind`, requireSignedIn, (request, response) =>
      showFirst(request, response),
    )
    .post(`${paths.myListings}/new/:kind`, requireSignedIn, begin);
}

/** What pages of a stored listing show besides, and a new one does not have. */
const NOTHING_ELSE = { conflict: null, patentRows: null };

function kindOf(request: Request): ListingKind {
  const kind = String(request.params.kind);
  if (!isListingKind(kind)) throw notFound();
  return kind;
}

function firstStep(kind: ListingKind) {
  return formStepsOf(kind)[0] ?? 'subject';
}

function titleFrom(typed: string): LocalizedText {
  return /\p{Script=Han}/u.test(typed) ? { zh: typed.slice(0, 80) } : { en: typed.slice(0, 240) };
}

function languageOf({ title }: Content, language: Language): Language {
  const written = (title ?? {}) as LocalizedText;
  if (written.zh && written.en) return language;
  return written.zh ? 'zh' : written.en ? 'en' : language;
}
