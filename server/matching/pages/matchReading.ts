import type { ListingRecord, OrganisationRecord } from '../../../models/records.ts';
import { notFound } from '../../errors.ts';
import type { MatchRecord } from '../match.ts';
import type { LiveWeights } from '../weighing/liveWeights.ts';
import type { CardParts } from './evidenceCard.ts';

interface ReadingParts {
  listings: { findMany: (references: string[]) => Promise<ListingRecord[]> };
  organisations: { findMany: (ids: string[]) => Promise<OrganisationRecord[]> };
}

/** Matches together with both listings and their owners, for cards. */
export function createMatchReading(
  { listings, organisations }: ReadingParts,
  live: Pick<LiveWeights, 'current'>,
) {
  async function withParts(matches: MatchRecord[]): Promise<CardParts[]> {
    const references = [...new Set(matches.flatMap(({ supply, demand }) => [supply, demand]))];
    const listingOf = new Map((await listings.findMany(references)).map((listing) => [listing._id, listing]));
    const ids = [...new Set([...listingOf.values()].map(({ organisationId }) => organisationId))];
    const ownerOf = new Map((await organisations.findMany(ids)).map((owner) => [owner._id, owner]));
    const weights = live.current().version;
    return matches.flatMap((match) => {
      const [supply, demand] = [listingOf.get(match.supply), listingOf.get(match.demand)];
      const owners = [supply, demand].map((listing) => ownerOf.get(listing?.organisationId ?? ''));
      const [supplyOwner, demandOwner] = owners;
      if (!supply || !demand || !supplyOwner || !demandOwner) return [];
      const owned = { supply: supplyOwner, demand: demandOwner };
      return [{ match, weights, listings: { supply, demand }, owners: owned }];
    });
  }
  return {
    withParts,
    async one(match: MatchRecord): Promise<CardParts> {
      const [parts] = await withParts([match]);
      if (parts === undefined) throw notFound();
      return parts;
    },
  };
}

export type MatchReading = ReturnType<typeof createMatchReading>;
