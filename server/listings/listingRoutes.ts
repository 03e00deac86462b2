import { type Request, type RequestHandler, type Response, Router } from 'express';
import { cardReader } from '../browse/browsePage.ts';
import type { BrowseServices } from '../browse/browseServices.ts';
import type { Clock } from '../clock.ts';
import { notFound } from '../errors.ts';
import { paths } from '../paths.ts';
import { viewerOf } from '../web/actorOf.ts';
import { localsOf } from '../web/locals.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { rememberPage } from '../web/rememberedPages.ts';
import { sendStream } from '../web/sendStream.ts';
import { show } from '../web/show.ts';
import type { Web } from '../web/web.ts';
import { absentPage } from './listingAbsentPage.ts';
import { fileHeaders } from './listingFileHeaders.ts';
import { listingPage } from './listingPage.ts';
import type { Absence, ReadListing } from './listingPageService.ts';
import { parseReference } from './reference.ts';

interface Parts {
  browsing: Pick<BrowseServices, 'pages' | 'listingFiles' | 'viewCounts'>;
  clock: Clock;
}

const STATUS_OF_ABSENCE: Record<Absence, number> = { withdrawn: 410, suspended: 404 };

/** `/listings/:reference` as everybody reads it, and its files. */
export function createListingRoutes(
  { browsing, clock }: Parts,
  web: Pick<Web, 'assets' | 'baseUrl'>,
): Router {
  const { pages, listingFiles, viewCounts } = browsing;

  async function showListing(read: ReadListing, response: Response): Promise<void> {
    const reader = cardReader(localsOf(response).frame, { clock, assetAddress: web.assets.address });
    const [related, matches] = await Promise.all([pages.related(read), pages.matches(read.listing._id)]);
    show(response, 'listings/show', listingPage(read, { related, matches, baseUrl: web.baseUrl }, reader));
  }

  const answerListing: RequestHandler = async (request, response) => {
    const typed = String(request.params.reference);
    const reference = referenceIn(typed);
    if (reference !== typed) return redirectTo(response, paths.listing(reference), 301);
    const { read, absence } = await pages.open(viewerOf(request), reference);
    if (read === null) {
      return show(
        response,
        'listings/absent',
        absentPage(absence, localsOf(response).frame),
        STATUS_OF_ABSENCE[absence],
      );
    }
    const look = countsAsLook(request, read) ? () => viewCounts.count(reference) : () => {};
    look();
    rememberPage(response, look);
    await showListing(read, response);
  };

  const answerFile: RequestHandler = async (request, response) => {
    const reference = referenceIn(String(request.params.reference));
    const { file, opened } = await listingFiles.open(
      viewerOf(request),
      reference,
      String(request.params.fileId),
    );
    response.set(fileHeaders(file, opened.size));
    await sendStream(response, opened.stream);
  };

  const router = Router();
  router.get('/listings/:reference', answerListing);
  router.get('/listings/:reference/files/:fileId', answerFile);
  return router;
}

/** @throws NotFound for what cannot be a reference, before the store is asked. */
function referenceIn(typed: string): string {
  const reference = parseReference(typed);
  if (reference === null) throw notFound('listing:notFound');
  return reference;
}

/** Looks of the house itself and of the office say nothing about interest. */
function countsAsLook(request: Request, { reader }: ReadListing): boolean {
  return request.method === 'GET' && reader !== 'owner' && reader !== 'office';
}
