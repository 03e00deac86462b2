import { type Request, type Response, Router } from 'express';
import { today } from '../clock.ts';
import { paths } from '../paths.ts';
import { actorOf } from '../web/actorOf.ts';
import { localsOf } from '../web/locals.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { ownListingPage } from './ownListingPage.ts';
import type { OwnListingParts } from './ownListingParts.ts';
import { VIEW_DAYS, viewsPicture } from './viewsPicture.ts';

/** `/my/listings/:reference`: one own listing. */
export function createOwnListingRoutes({ own, clock, viewCounts }: OwnListingParts): Router {
  async function look(request: Request, response: Response) {
    const { language, translate } = localsOf(response).frame;
    const actor = actorOf(request);
    const opened = await own.open(actor, String(request.params.reference));
    const page = ownListingPage(opened, await own.possible(opened), actor, {
      language,
      translate,
      today: today(clock),
    });
    const { publishedAt, _id } = opened.listing;
    // What was never public has no looks to tell of.
    const views =
      publishedAt === null ? null : viewsPicture(await viewCounts.byDay(_id, VIEW_DAYS), today(clock));
    show(response, 'my-listings/show', { ...page, views });
  }
  return Router().get(`${paths.myListings}/:reference`, requireSignedIn, look);
}
