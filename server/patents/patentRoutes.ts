import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { PatentRecord } from '../../models/records.ts';
import { ApplicationError, forbidden, type Issue, notFound } from '../errors.ts';
import { parseReference } from '../listings/reference.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localsOf } from '../web/locals.ts';
import { readForm } from '../web/readForm.ts';
import { readQuery } from '../web/readQuery.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { factsFrom, patentForm } from './patentForms.ts';
import { displayPatentId, patentIdOf } from './patentId.ts';
import { patentPage } from './patentPage.ts';

/** `listing`: the listing somebody came from, and goes back to. */
const patentQuery = z.strictObject({ listing: z.string().max(40).optional() });

interface Again {
  issues: Issue[];
  isConflict: boolean;
  status: number;
}

/** `/my/patents/:id`: the facts of a patent, for its holder and for the office. */
export function createPatentRoutes({ listings, stores }: Pick<Services, 'listings' | 'stores'>): Router {
  const { patents } = listings;

  async function open(request: Request): Promise<PatentRecord> {
    const id = String(request.params.id);
    const patent = patentIdOf(id) === id ? await patents.find(id) : null;
    if (patent === null) throw notFound();
    if (!patents.canDescribe(actorOf(request), patent)) throw forbidden('patents:notYours');
    return patent;
  }

  const listingOf = (request: Request) =>
    parseReference(readQuery(patentQuery, request.query).listing ?? '') ?? '';

  async function look(request: Request, response: Response, again: Again | null = null) {
    const { frame } = localsOf(response);
    const patent = await open(request);
    const ids = patent.owners.map(({ organisationId }) => organisationId).filter((id) => id !== undefined);
    const page = patentPage(
      {
        patent,
        actor: actorOf(request),
        organisations: await stores.organisations.findMany(ids),
        typed: again === null ? null : request.body,
        issues: again?.issues ?? [],
        kept: takeKeptForm(request, response),
        listing: listingOf(request),
        isConflict: again?.isConflict ?? false,
      },
      frame,
    );
    show(response, 'patents/facts', { ...page }, again?.status ?? 200);
  }

  async function describe(request: Request, response: Response) {
    const actor = actorOf(request);
    const patent = await open(request);
    const listing = listingOf(request);
    try {
      const { values } = readForm(patentForm, request.body);
      const facts = factsFrom(values, patent, actor.membership?.organisationId ?? null);
      await patents.describe(actor, patent._id, values.revision, facts);
    } catch (error) {
      const again = againFrom(error);
      return look(request, response, again);
    }
    flash(request, 'listings:done.patent', { number: displayPatentId(patent._id) });
    redirectTo(response, listing ? `${paths.myListing(listing)}/patents` : paths.myPatent(patent._id));
  }

  return Router()
    .get(`${paths.myPatents}/:id`, requireSignedIn, (request, response) => look(request, response))
    .post(`${paths.myPatents}/:id`, requireSignedIn, describe);
}

function againFrom(error: unknown): Again {
  if (!(error instanceof ApplicationError)) throw error;
  if (error.kind === 'invalid') return { issues: error.issues, isConflict: false, status: 422 };
  if (error.kind === 'conflict') return { issues: [], isConflict: true, status: 409 };
  throw error;
}
