import { Router } from 'express';
import { cardReader } from '../browse/browsePage.ts';
import { listingCard } from '../listings/listingCard.ts';
import type { Services } from '../services.ts';
import type { Web } from '../web/web.ts';
import { createDeskOrganisationRoutes } from './deskOrganisationRoutes.ts';
import { createMemberRoutes } from './memberRoutes.ts';
import { createMyOrganisationRoutes } from './myOrganisationRoutes.ts';
import { createPublicOrganisationRoutes, type ListingsOf } from './publicOrganisationRoutes.ts';
import { createVerificationRoutes } from './verificationRoutes.ts';

type Parts = Pick<Services, 'accounts' | 'organisations' | 'files' | 'stores' | 'browsing' | 'clock'>;

/** Everything about organisations: the public page, the own one, members, verification, the desk. */
export function createOrganisationRoutes(services: Parts, web: Web): Router {
  const { browsing, clock } = services;
  /** Only what carries the organisation's name: an anonymous demand never gets as far as this page. */
  const listingsOf: ListingsOf = async (organisationId, { skip, limit }, frame) => {
    const { listings, total } = await browsing.publicListings.ofOrganisation(organisationId, skip, limit);
    const reader = cardReader(frame, { clock, assetAddress: web.assets.address });
    return { cards: listings.map((item) => listingCard(item, reader)), total };
  };
  return Router()
    .use(createMyOrganisationRoutes(services))
    .use(createMemberRoutes(services, web))
    .use(createVerificationRoutes(services, web))
    .use(createDeskOrganisationRoutes(services))
    .use(createPublicOrganisationRoutes(services, listingsOf));
}
