import { Readable } from 'node:stream';
import { type RequestHandler, Router } from 'express';
import { isListingKind } from '../catalogue/catalogue.ts';
import { notFound } from '../errors.ts';
import type { ListingStore } from '../listings/listingStore.ts';
import { sendStream } from '../web/sendStream.ts';
import { listingsSitemap, pagesSitemap, sitemapIndex } from './sitemap.ts';

interface Parts {
  listings: Pick<ListingStore, 'after'>;
  baseUrl: string;
}

/** `/sitemap.xml` and its parts, for search engines. */
export function createSitemapRoutes({ listings, baseUrl }: Parts): Router {
  const answerPart: RequestHandler = async (request, response) => {
    const part = String(request.params.part);
    response.type('application/xml');
    if (part === 'pages') return void response.send(pagesSitemap(baseUrl));
    if (!isListingKind(part)) throw notFound();
    await sendStream(response, Readable.from(listingsSitemap(baseUrl, part, listings)));
  };
  const router = Router();
  router.get(
    '/sitemap.xml',
    (_request, response) => void response.type('application/xml').send(sitemapIndex(baseUrl)),
  );
  router.get('/sitemaps/:part.xml', answerPart);
  return router;
}
