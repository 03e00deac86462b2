import { type Request, type Response, Router } from 'express';
import type { ListingRecord } from '../../models/records.ts';
import { type Actor, hasOfficeRole } from '../accounts/actor.ts';
import { today } from '../clock.ts';
import { ApplicationError, type Issue, notFound } from '../errors.ts';
import { listingParties } from '../listings/listingPermissions.ts';
import { parseReference } from '../listings/reference.ts';
import { ruleMessages } from '../patents/ruleMessages.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localPath } from '../web/localPath.ts';
import { localsOf } from '../web/locals.ts';
import { readForm } from '../web/readForm.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireOffice, requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { createOfferDeskRoutes } from './offerDeskRoutes.ts';
import { offerForm } from './offerForms.ts';
import { offerPage } from './offerPage.ts';

interface Again {
  issues: Issue[];
  refusal: string;
  status: number;
}

type Side = 'owner' | 'office';

/** The declaration of an open licence: `/my/listings/:reference/offer` for its owner, `/desk/offers/:reference` for the office. */
export function createOfferRoutes({
  listings,
  stores,
  clock,
}: Pick<Services, 'listings' | 'stores' | 'clock'>): Router {
  async function open(request: Request, side: Side): Promise<ListingRecord> {
    const actor = actorOf(request);
    const reference = parseReference(String(request.params.reference));
    const listing = reference === null ? null : await stores.listings.find(reference);
    if (listing === null || listing.offer === null || !maySee(actor, listing, side)) throw notFound();
    return listing;
  }

  const pathOf = ({ _id }: ListingRecord, side: Side) =>
    side === 'owner' ? paths.myOffer(_id) : paths.deskOffer(_id);

  const look =
    (side: Side) =>
    async (request: Request, response: Response, again: Again | null = null) => {
      const { language, translate } = localsOf(response).frame;
      const listing = await open(request, side);
      const { offer } = listing;
      if (offer === null) throw notFound();
      const owner = await stores.organisations.get(listing.organisationId);
      const [patent] = await stores.patents.findMany(listing.patentIds);
      const page = offerPage(
        {
          listing,
          offer,
          owner,
          patent: patent ?? null,
          parties: listingParties(actorOf(request), listing, owner),
          action: localPath(language, pathOf(listing, side)),
          typed: again === null ? {} : request.body,
          issues: again?.issues ?? [],
          refusal: again?.refusal ?? '',
          kept: takeKeptForm(request, response),
        },
        { language, translate, today: today(clock) },
      );
      show(response, 'offers/offer', { ...page, isDesk: side === 'office' }, again?.status ?? 200);
    };

  const move = (side: Side) => async (request: Request, response: Response) => {
    const actor = actorOf(request);
    const listing = await open(request, side);
    try {
      const { values } = readForm(offerForm, request.body);
      await listings.offers.move({ actor, reference: listing._id, ...values });
      flash(request, `offers:done.${values.event}`);
      redirectTo(response, pathOf(listing, side));
    } catch (error) {
      await look(side)(request, response, againFrom(error, response));
    }
  };

  return Router()
    .use(createOfferDeskRoutes({ stores, clock }))
    .get(`${paths.myListings}/:reference/offer`, requireSignedIn, (request, response) =>
      look('owner')(request, response),
    )
    .post(`${paths.myListings}/:reference/offer`, requireSignedIn, move('owner'))
    .get(
      `${paths.deskOffers}/:reference`,
      requireOffice('operator', 'supervisor', 'auditor'),
      (request: Request, response: Response) => look('office')(request, response),
    )
    .post(`${paths.deskOffers}/:reference`, requireOffice('operator'), move('office'));
}

/** The office sees every declaration but those of a house somebody belongs to; there the page of the owner serves. */
function maySee(actor: Actor, { organisationId }: ListingRecord, side: Side): boolean {
  const isOwn = actor.membership?.organisationId === organisationId;
  return side === 'owner' ? isOwn : !isOwn && hasOfficeRole(actor, 'operator', 'supervisor', 'auditor');
}

/** Wrong input, a rule that refuses, or a page that was not fresh: all are told on the page. */
function againFrom(error: unknown, response: Response): Again {
  if (!(error instanceof ApplicationError)) throw error;
  const { language, translate } = localsOf(response).frame;
  if (error.kind === 'invalid') return { issues: error.issues, refusal: '', status: 422 };
  if (error.kind !== 'conflict' && error.kind !== 'blocked') throw error;
  const { obstacle } = error.values;
  const values =
    obstacle === undefined ? error.values : { obstacle: ruleMessages.label(String(obstacle), language) };
  return { issues: [], refusal: translate(error.explanation, values), status: 409 };
}
