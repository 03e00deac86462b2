import { type Request, type Response, Router } from 'express';
import { notFound } from '../../errors.ts';
import { canReadOwner, isPublic } from '../../listings/listingVisibility.ts';
import { paths } from '../../paths.ts';
import type { Services } from '../../services.ts';
import type { Web } from '../../web/web.ts';
import { evidenceCard } from './evidenceCard.ts';
import { createMatchReading } from './matchReading.ts';

/** `GET /api/v1/listings/:reference/matches`: approved pairs of two listings everybody may read. */
export function createMatchApiRoutes(
  { matching, stores }: Pick<Services, 'matching' | 'stores'>,
  { limits, translator }: Pick<Web, 'limits' | 'translator'>,
): Router {
  const reading = createMatchReading(stores, matching.weighing.live);

  async function list(request: Request, response: Response) {
    const listing = await stores.listings.find(String(request.params.reference));
    if (listing === null || !isPublic(listing)) throw notFound();
    const side = listing.kind === 'demand' ? 'supply' : 'demand';
    const parts = await reading.withParts(await matching.service.publicOfListing(listing, 100));
    const reader = { viewer: null, language: 'en' as const, translate: translator('en') };
    const items = parts
      .filter(({ listings }) => isPublic(listings[side]))
      .map((pair) => {
        const other = pair.listings[side];
        const { evidence } = pair.match;
        const { words } = evidenceCard(pair, reader);
        return {
          reference: other._id,
          kind: other.kind,
          match: pair.match._id,
          organisation: canReadOwner('visitor', other)
            ? { id: pair.owners[side]._id, name: pair.owners[side].name }
            : null,
          score: evidence.score,
          parts: evidence.parts,
          gates: evidence.gates.map(({ name, state, message, values, source }) => ({
            name,
            state,
            rule: message,
            values,
            source,
          })),
          words: words.map(({ demand, supply, share }) => ({ demand, supply, share })),
          versions: evidence.versions,
        };
      });
    response.json({ items, total: items.length });
  }

  return Router().get(`${paths.api}/listings/:reference/matches`, limits.api, list);
}
