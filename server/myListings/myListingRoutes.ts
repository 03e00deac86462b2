import { Router } from 'express';
import type { Web } from '../web/web.ts';
import { createActRoutes } from './actRoutes.ts';
import { createFileRoutes } from './fileRoutes.ts';
import { createNewListingRoutes } from './newListingRoutes.ts';
import { createOwnListingParts, type OwnListingNeeds } from './ownListingParts.ts';
import { createOwnListingRoutes } from './ownListingRoutes.ts';
import { createOwnListRoutes } from './ownListRoutes.ts';
import { createStatementRoutes } from './statementRoutes.ts';
import { createStepRoutes } from './stepRoutes.ts';

/** Everything under `/my/listings`. The pages with names of their own come before the steps of the form. */
export function createMyListingRoutes(
  services: OwnListingNeeds,
  web: Pick<Web, 'upload' | 'limits'>,
): Router {
  const parts = createOwnListingParts(services, web);
  return Router().use(
    createOwnListRoutes(parts),
    createNewListingRoutes(parts),
    createOwnListingRoutes(parts),
    createActRoutes(parts),
    createFileRoutes(parts),
    createStatementRoutes(parts),
    createStepRoutes(parts),
  );
}
