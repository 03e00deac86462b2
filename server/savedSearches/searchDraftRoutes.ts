import { type Request, type Response, Router } from 'express';
import { parseBrowseQuery } from '../browse/browseQuery.ts';
import { draftAddress } from '../browse/emptyAdvice.ts';
import { today } from '../clock.ts';
import { badRequest } from '../errors.ts';
import { createOwnListingParts, type OwnListingNeeds } from '../myListings/ownListingParts.ts';
import { paths } from '../paths.ts';
import { viewerOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { redirectTo } from '../web/redirectTo.ts';
import type { Web } from '../web/web.ts';
import { demandFromSearch, draftKey } from './searchDraft.ts';

const OF_THE_FRAME = ['csrfToken', 'formPath'];

/** `POST /my/listings/new/demand/from-search`: the button below an empty list, which turns a search into a draft (D11). */
export function createSearchDraftRoutes(needs: OwnListingNeeds, web: Pick<Web, 'upload' | 'limits'>): Router {
  const { own, clock } = createOwnListingParts(needs, web);

  async function begin(request: Request, response: Response) {
    const query = parseBrowseQuery(sentBy(request));
    const actor = viewerOf(request);
    // Who is a visitor, or has no organisation yet, finds the words in the form, or is told what is missing.
    if (actor?.membership == null) return redirectTo(response, draftAddress(query.text));
    const submissionId = draftKey(actor.accountId, query, today(clock));
    const listing = await own.start({ actor, kind: 'demand', ...demandFromSearch(query), submissionId });
    flash(request, 'savedSearches:draftBegun', { reference: listing._id });
    redirectTo(response, `${paths.myListing(listing._id)}/subject`);
  }

  return Router().post(paths.demandFromSearch, web.limits.post, begin);
}

function sentBy({ body }: Request): Record<string, unknown> {
  if (typeof body !== 'object' || body === null) throw badRequest('errors:malformedBody');
  return Object.fromEntries(Object.entries(body).filter(([name]) => !OF_THE_FRAME.includes(name)));
}
