import { type Request, type Response, Router } from 'express';
import { notFound } from '../errors.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf, viewerOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import type { Frame } from '../web/frame.ts';
import { localsOf } from '../web/locals.ts';
import { pagination } from '../web/pagination.ts';
import { readForm } from '../web/readForm.ts';
import { readQuery } from '../web/readQuery.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { sendStream } from '../web/sendStream.ts';
import { show } from '../web/show.ts';
import { emptyForm, publicQuery } from './organisationForms.ts';
import { organisationHead } from './organisationPage.ts';

const PAGE_SIZE = 20;

/** The listings of an organisation that are shown under its name, as models of the partial `card`. */
export type ListingsOf = (
  organisationId: string,
  at: { skip: number; limit: number },
  frame: Frame,
) => Promise<{ cards: object[]; total: number }>;

type Parts = Pick<Services, 'accounts' | 'organisations'>;

/** `/organisations/:id` as everybody sees it. */
export function createPublicOrganisationRoutes(
  { accounts, organisations }: Parts,
  listingsOf: ListingsOf,
): Router {
  const { service, verification } = organisations;

  async function showPage(request: Request, response: Response): Promise<void> {
    const { frame } = localsOf(response);
    const { page } = readQuery(publicQuery, request.query);
    const organisation = await service.get(String(request.params.organisationId));
    if (organisation.mergedInto !== null)
      return redirectTo(response, paths.organisation(organisation.mergedInto), 301);
    const found = await listingsOf(
      organisation._id,
      { skip: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE },
      frame,
    );
    const viewer = viewerOf(request);
    show(response, 'organisations/organisation', {
      ...organisationHead(organisation, frame),
      cards: found.cards,
      total: found.total,
      isOwn: viewer?.membership?.organisationId === organisation._id,
      canJoin: viewer !== null && viewer.membership === null && organisation.state === 'active',
      pagination: pagination(
        { page, pageSize: PAGE_SIZE, total: found.total },
        paths.organisation(organisation._id),
        {},
        frame,
      ),
    });
  }

  async function askToJoin(request: Request, response: Response): Promise<void> {
    readForm(emptyForm, request.body);
    const organisation = await service.get(String(request.params.organisationId));
    if (organisation.state !== 'active') throw notFound();
    await accounts.memberships.ask(actorOf(request), organisation._id);
    flash(request, 'organisations:asked');
    redirectTo(response, paths.myOrganisation);
  }

  /** Evidence is only ever saved by the browser, never shown in the page's own origin. */
  async function download(request: Request, response: Response): Promise<void> {
    const { organisationId, fileId } = request.params;
    const file = await verification.openEvidence(actorOf(request), String(organisationId), String(fileId));
    response.type(file.mediaType).attachment(file.name);
    response.set({
      'Content-Length': String(file.size),
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "sandbox; default-src 'none'",
    });
    // `attachment` guesses the type from the name; what was found in the bytes counts.
    response.type(file.mediaType);
    await sendStream(response, file.stream);
  }

  const one = paths.organisation(':organisationId').replace('%3A', ':');
  return Router()
    .get(one, showPage)
    .post(`${one}/join`, requireSignedIn, askToJoin)
    .get(`${one}/evidence/:fileId`, requireSignedIn, download);
}
