import { type RequestHandler, Router } from 'express';
import { browseFacets, FACET_PARAMETERS } from '../browse/browseFacets.ts';
import { parseBrowseQuery, readCode, SORTS } from '../browse/browseQuery.ts';
import { RANGE_NAMES } from '../browse/browseRanges.ts';
import type { BrowseServices } from '../browse/browseServices.ts';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import { badRequest, notFound } from '../errors.ts';
import { parseReference } from '../listings/reference.ts';
import { paths } from '../paths.ts';
import type { Stores } from '../stores.ts';
import type { Frame } from '../web/frame.ts';
import { localsOf } from '../web/locals.ts';
import { show } from '../web/show.ts';
import type { Web } from '../web/web.ts';
import { listingResource, wholeListingResource } from './listingResource.ts';

const PAGE_SIZE = 20;
const LARGEST_PAGE = 100;

interface Parts {
  browsing: Pick<BrowseServices, 'browse' | 'publicListings'>;
  stores: Pick<Stores, 'patents'>;
}

/** The JSON reads: what every visitor may read, for programs of anybody. */
export function createApiRoutes({ browsing, stores }: Parts, web: Pick<Web, 'limits' | 'baseUrl'>): Router {
  const answerList: RequestHandler = async (request, response) => {
    const query = parseBrowseQuery(request.query, ['kind', 'pageSize']);
    const kind = readCode(request.query, 'kind', LISTING_KINDS);
    const pageSize = readPageSize(request.query.pageSize);
    const result = await browsing.browse({ kinds: kind && [kind], query, pageSize });
    response.json({
      items: result.listings.map((item) => listingResource(item, web.baseUrl)),
      total: result.total,
      isExact: result.isExact,
      page: query.page,
      pageSize,
      facets: result.facets && { ...result.facets, kind: result.kinds },
    });
  };

  const answerOne: RequestHandler = async (request, response) => {
    const reference = parseReference(String(request.params.reference));
    const [item] = reference === null ? [] : await browsing.publicListings.byIds([reference]);
    if (item === undefined) throw notFound('listing:notFound');
    const patents = await stores.patents.findMany((item.listing.live.content.patents ?? []) as string[]);
    response.json(wholeListingResource(item, patents, web.baseUrl));
  };

  const showDocument: RequestHandler = (_request, response) => {
    show(response, 'browse/api', documentPage(localsOf(response).frame, web.baseUrl));
  };

  const router = Router();
  router.get(paths.api, showDocument);
  router.get(`${paths.api}/listings`, readableByAnybody, web.limits.api, answerList);
  router.get(`${paths.api}/listings/:reference`, readableByAnybody, web.limits.api, answerOne);
  return router;
}

/** Pages of other sites may read what everybody may read; no session is looked at here. */
const readableByAnybody: RequestHandler = (_request, response, next) => {
  response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
  next();
};

function readPageSize(typed: unknown): number {
  if (typed === undefined || typed === '') return PAGE_SIZE;
  const size = typeof typed === 'string' && /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (size < 1 || size > LARGEST_PAGE) throw badRequest('errors:unknownValue', { name: 'pageSize' });
  return size;
}

const EXAMPLES = 4;

/** What the page about the interface shows: the parameters, from the tables that check them. */
function documentPage({ language, translate }: Frame, baseUrl: string) {
  const facets = FACET_PARAMETERS.map((name) => ({
    name,
    label: translate(`browse:facets.${name}`),
    examples: browseFacets[name].codes
      .slice(0, EXAMPLES)
      .map((code) => ({ code, label: browseFacets[name].label(code, language).replace(`${code} `, '') })),
  }));
  return {
    facets,
    ranges: RANGE_NAMES.map((name) => ({ name, text: translate(`browse:ranges.${name}.values`) })),
    kinds: LISTING_KINDS.join(' | '),
    sorts: SORTS.join(' | '),
    largest: LARGEST_PAGE,
    baseUrl,
  };
}
