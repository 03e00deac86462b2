import { z } from 'zod';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import type { Narrowing } from '../listings/listingStore.ts';
import { pageNumber } from '../web/formInputs.ts';

/** The states people look for among their listings, from what needs them first to what is over. */
export const OWN_STATES = ['action', 'draft', 'waiting', 'published', 'past'] as const;
export type OwnState = (typeof OWN_STATES)[number];

/** Parameters of the list of own listings. */
export const ownListQuery = z.strictObject({
  kind: z.enum(LISTING_KINDS).optional(),
  state: z.enum(OWN_STATES).optional(),
  page: pageNumber(),
});

const NARROWED: Record<OwnState, Narrowing> = {
  action: { review: { $in: ['returned', 'rejected'] } },
  draft: { publication: { $in: ['never'] }, review: { $in: ['none'] } },
  waiting: { review: { $in: ['submitted', 'city-checked'] } },
  published: { publication: { $in: ['published'] } },
  past: { publication: { $in: ['suspended', 'withdrawn', 'expired', 'concluded'] } },
};

export function narrowingOf({
  kind,
  state,
}: Pick<z.infer<typeof ownListQuery>, 'kind' | 'state'>): Narrowing {
  return { ...(kind === undefined ? {} : { kind }), ...(state === undefined ? {} : NARROWED[state]) };
}
