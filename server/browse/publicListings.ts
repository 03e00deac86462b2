import type { ListingKind, ListingRecord, OrganisationRecord, Version } from '../../models/records.ts';
import type { ListingStore } from '../listings/listingStore.ts';
import { isPublic } from '../listings/listingVisibility.ts';
import type { OrganisationStore } from '../organisations/organisationStore.ts';

/**
 * A listing as everybody may see it in a list. `owner` is null when the listing is anonymous: lists show the same to
 * every reader, so that nothing of it can be learnt from another's screen, a feed or a cache.
 */
export interface PublicListing {
  listing: ListingRecord & { live: Version };
  owner: OrganisationRecord | null;
}

interface Parts {
  listings: Pick<ListingStore, 'findShown' | 'listed' | 'namedOf' | 'countNamedOf'>;
  organisations: Pick<OrganisationStore, 'findShown'>;
}

/** The only way from ids or store pages to what lists show; drops whatever is not public now, whatever an index says. */
export function createPublicListings({ listings, organisations }: Parts) {
  async function withOwners(records: ListingRecord[]): Promise<PublicListing[]> {
    const shown = records.filter(isShown);
    const named = shown.filter((listing) => listing.visibility === 'public');
    const owners = await organisations.findShown([
      ...new Set(named.map((listing) => listing.organisationId)),
    ]);
    const byId = new Map(owners.map((owner) => [owner._id, owner]));
    return shown.map((listing) => ({
      listing,
      owner: listing.visibility === 'public' ? (byId.get(listing.organisationId) ?? null) : null,
    }));
  }

  return {
    /** These listings in this order; those that are not public are left out. */
    async byIds(ids: string[]): Promise<PublicListing[]> {
      const found = new Map((await listings.findShown(ids)).map((listing) => [listing._id, listing]));
      return withOwners(ids.map((id) => found.get(id)).filter((listing) => listing !== undefined));
    },
    /** The newest of a kind, or of all, straight from the store; of some regions, which need a kind. */
    newest: async (
      kind: ListingKind | null,
      skip: number,
      limit: number,
      regions: string[] | null = null,
    ): Promise<PublicListing[]> => withOwners(await listings.listed(kind, { skip, limit }, regions)),
    /** What the page of an organisation lists and counts. Its anonymous and silent demands are not among it. */
    async ofOrganisation(organisationId: string, skip: number, limit: number) {
      const [records, total] = await Promise.all([
        listings.namedOf(organisationId, { skip, limit }),
        listings.countNamedOf(organisationId),
      ]);
      return { listings: await withOwners(records), total };
    },
  };
}

export type PublicListings = ReturnType<typeof createPublicListings>;

function isShown(listing: ListingRecord): listing is PublicListing['listing'] {
  return listing.live !== null && isPublic(listing);
}
