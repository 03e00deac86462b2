import { Router } from 'express';
import { createAccountRoutes } from './accounts/accountRoutes.ts';
import { createApiRoutes } from './api/apiRoutes.ts';
import { createAuditRoutes } from './audit/auditRoutes.ts';
import { createBrowseRoutes } from './browse/browseRoutes.ts';
import { createSitemapRoutes } from './browse/sitemapRoutes.ts';
import { createDealRoutes } from './deals/dealRoutes.ts';
import { createRequestRoutes } from './deals/requestRoutes.ts';
import { createTermsRoutes } from './deals/termsRoutes.ts';
import { createOwnExportRoutes } from './exports/ownExportRoutes.ts';
import { createGlossaryRoutes } from './glossaryDesk/glossaryRoutes.ts';
import { createImportRoutes } from './import/importRoutes.ts';
import { createListingRoutes } from './listings/listingRoutes.ts';
import { createMatrixRoutes } from './matching/matrix/matrixRoutes.ts';
import { createDeskMatchRoutes } from './matching/pages/deskMatchRoutes.ts';
import { createMatchApiRoutes } from './matching/pages/matchApiRoutes.ts';
import { createMyMatchRoutes } from './matching/pages/myMatchRoutes.ts';
import { createWeightsRoutes } from './matching/pages/weightsRoutes.ts';
import { createMyListingRoutes } from './myListings/myListingRoutes.ts';
import { createNoticeRoutes } from './notices/noticeRoutes.ts';
import { createOfferRoutes } from './openLicences/offerRoutes.ts';
import { createOrganisationRoutes } from './organisations/organisationRoutes.ts';
import { createPatentRoutes } from './patents/patentRoutes.ts';
import { createReviewRoutes } from './review/reviewRoutes.ts';
import { createSavedSearchRoutes } from './savedSearches/savedSearchRoutes.ts';
import { createSearchDraftRoutes } from './savedSearches/searchDraftRoutes.ts';
import { createUnmetRoutes } from './savedSearches/unmetRoutes.ts';
import { createSearchDeskRoutes } from './search/searchDeskRoutes.ts';
import type { Services } from './services.ts';
import { createStatisticsRoutes } from './statistics/statisticsRoutes.ts';
import type { Web } from './web/web.ts';

/** Every area of the marketplace, one line each. */
export function createRoutes(services: Services, web: Web): Router {
  return Router()
    .use(createBrowseRoutes(services, web))
    .use(createListingRoutes(services, web))
    .use(createAccountRoutes(services, web))
    .use(createOrganisationRoutes(services, web))
    .use(createNoticeRoutes(services))
    .use(createSavedSearchRoutes(services, web))
    .use(createSearchDraftRoutes(services, web))
    .use(createUnmetRoutes(services))
    .use(createGlossaryRoutes(services))
    .use(createSitemapRoutes({ listings: services.stores.listings, baseUrl: web.baseUrl }))
    .use(createApiRoutes(services, web))
    .use(createOwnExportRoutes(services, web))
    .use(createMyListingRoutes(services, web))
    .use(createOfferRoutes(services))
    .use(createPatentRoutes(services))
    .use(createReviewRoutes(services))
    .use(createRequestRoutes(services))
    .use(createTermsRoutes(services))
    .use(createDealRoutes(services, web))
    .use(createImportRoutes(services, web))
    .use(createAuditRoutes(services))
    .use(createSearchDeskRoutes(services))
    .use(createDeskMatchRoutes(services))
    .use(createWeightsRoutes(services))
    .use(createMyMatchRoutes(services))
    .use(createMatrixRoutes(services, web))
    .use(createMatchApiRoutes(services, web))
    .use(createStatisticsRoutes(services));
}
