import { type Request, type Response, Router } from 'express';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import { today } from '../clock.ts';
import { paths } from '../paths.ts';
import { listingKinds } from '../vocabulary/listingKinds.ts';
import { actorOf } from '../web/actorOf.ts';
import { localsOf } from '../web/locals.ts';
import { pagination } from '../web/pagination.ts';
import { readQuery } from '../web/readQuery.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { narrowingOf, ownListQuery } from './ownListForms.ts';
import type { OwnListingParts } from './ownListingParts.ts';
import { ownListFilters, ownListingRow } from './ownListPage.ts';

const PAGE_SIZE = 20;

/** `/my/listings` and the choice of what to post. */
export function createOwnListRoutes({ own, clock }: OwnListingParts): Router {
  async function list(request: Request, response: Response) {
    const { frame } = localsOf(response);
    const actor = actorOf(request);
    const query = readQuery(ownListQuery, request.query);
    if (actor.membership === null) return show(response, 'my-listings/no-organisation', {});
    const at = { skip: (query.page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const { items, total, owner } = await own.list(actor, narrowingOf(query), at);
    const reader = { language: frame.language, translate: frame.translate, today: today(clock) };
    show(response, 'my-listings/index', {
      rows: items.map((listing) => ownListingRow(listing, reader)),
      total,
      isNarrowed: query.kind !== undefined || query.state !== undefined,
      isUnverified: owner.verification !== 'verified',
      ...ownListFilters(query, reader),
      pagination: pagination(
        { page: query.page, pageSize: PAGE_SIZE, total },
        paths.myListings,
        request.query,
        frame,
      ),
    });
  }

  function choose(request: Request, response: Response) {
    const { language, translate } = localsOf(response).frame;
    if (actorOf(request).membership === null) return show(response, 'my-listings/no-organisation', {});
    const kinds = LISTING_KINDS.map((kind) => ({
      kind,
      label: listingKinds.label(kind, language),
      explanation: translate(`listings:kind.${kind}.explanation`),
      needs: translate(`listings:kind.${kind}.needs`),
    }));
    show(response, 'my-listings/kinds', { kinds });
  }

  return Router()
    .get(paths.myListings, requireSignedIn, list)
    .get(`${paths.myListings}/new`, requireSignedIn, choose);
}
