import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Actor, hasOfficeRole } from '../accounts/actor.ts';
import { today } from '../clock.ts';
import { inLanguage } from '../localized.ts';
import { standingBadges } from '../myListings/listingStanding.ts';
import { ownTitle } from '../myListings/ownListPage.ts';
import { displayPatentId } from '../patents/patentId.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { pageNumber } from '../web/formInputs.ts';
import { localPath } from '../web/localPath.ts';
import { localsOf } from '../web/locals.ts';
import { pagination } from '../web/pagination.ts';
import { readQuery } from '../web/readQuery.ts';
import { requireOffice } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';

const PAGE_SIZE = 30;

/** What the office looks for: declarations that wait for it, those that are open, and the rest. */
const SCOPES = {
  waiting: ['filed', 'withdrawing'],
  open: ['announced', 'withdrawing'],
  other: ['prepared', 'refused', 'withdrawn', 'ended'],
} as const;

type Scope = keyof typeof SCOPES;

const offersQuery = z.strictObject({
  scope: z.enum(Object.keys(SCOPES) as [Scope, ...Scope[]]).default('waiting'),
  page: pageNumber(),
});

/** `/desk/offers`: the declarations of open licences in the regions of an operator; supervisors and auditors see all. */
export function createOfferDeskRoutes({ stores, clock }: Pick<Services, 'stores' | 'clock'>): Router {
  async function list(request: Request, response: Response) {
    const { frame } = localsOf(response);
    const reader = { language: frame.language, translate: frame.translate, today: today(clock) };
    const { scope, page } = readQuery(offersQuery, request.query);
    const filter = { states: [...SCOPES[scope]], regions: regionsOf(actorOf(request)) };
    const at = { skip: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const [items, total] = await Promise.all([
      stores.listings.offers(filter, at),
      stores.listings.countOffers(filter),
    ]);
    const owners = await stores.organisations.findMany([
      ...new Set(items.map(({ organisationId }) => organisationId)),
    ]);
    show(response, 'offers/desk', {
      total,
      tabs: tabs(scope, reader),
      rows: items.map((listing) => ({
        reference: listing._id,
        href: localPath(reader.language, paths.deskOffer(listing._id)),
        offerTitle: ownTitle(listing, reader),
        owner: inLanguage(owners.find(({ _id }) => _id === listing.organisationId)?.name, reader.language)
          .text,
        patent: displayPatentId(listing.patentIds[0] ?? ''),
        badges: standingBadges(listing, reader),
        filedOn: listing.offer?.filedOn ?? '',
        announcedOn: listing.offer?.announcedOn ?? '',
      })),
      pagination: pagination({ page, pageSize: PAGE_SIZE, total }, paths.deskOffers, request.query, frame),
    });
  }

  return Router().get(paths.deskOffers, requireOffice('operator', 'supervisor', 'auditor'), list);
}

function regionsOf(actor: Actor): string[] | null {
  return hasOfficeRole(actor, 'supervisor', 'auditor') ? null : (actor.office?.regions ?? []);
}

function tabs(
  current: Scope,
  { language, translate }: { language: 'zh' | 'en'; translate: (key: string) => string },
) {
  return (Object.keys(SCOPES) as Scope[]).map((scope) => ({
    href: localPath(language, `${paths.deskOffers}?scope=${scope}`),
    label: translate(`offers:scope.${scope}`),
    isCurrent: scope === current,
    count: null,
  }));
}
