import type { ListingRecord } from '../../../models/records.ts';
import { isPublic } from '../../listings/listingVisibility.ts';
import type { Stores } from '../../stores.ts';
import type { MatchEvidence } from '../evidence/explainMatch.ts';
import type { ScoredPair } from '../finding/matchFinder.ts';
import type { MatchSide } from '../match.ts';
import type { MatchingServices } from '../matchingServices.ts';
import type { MatchingText } from '../matchingText.ts';
import { SUGGESTED_FROM } from '../matchRuns.ts';

/** A listing of the market beside a row of the file. */
export interface StockPair {
  listing: ListingRecord;
  evidence: MatchEvidence;
}

export interface StockFinding {
  /** What would be suggested now, best first. */
  live: StockPair[];
  /** A condition that is closed, or a score just below what is suggested; best first. */
  near: StockPair[];
}

interface MatcherParts {
  matching: Pick<MatchingServices, 'finder' | 'evidenceOf' | 'choices'>;
  stores: Pick<Stores, 'listings'>;
}

export const MOST_LIVE = 5;
export const MOST_NEAR = 3;
const NEAR_FROM = SUGGESTED_FROM * 0.75;
const LOOKED_AT = 60;

/**
 * What the market has for a text that is not in it, by the same finder, scorer and gates. Only listings everybody
 * may read, and none of a house that wants no suggestions. Nothing is stored.
 */
export function createStockMatcher({ matching, stores }: MatcherParts) {
  const { finder, evidenceOf, choices } = matching;

  return async (text: MatchingText, side: MatchSide): Promise<StockFinding> => {
    const scored = side === 'supply' ? await finder.demandsFor(text) : await finder.suppliesFor(text);
    const best = scored.filter(({ score }) => score >= NEAR_FROM).slice(0, LOOKED_AT);
    const other = ({ demand, supply }: ScoredPair) => (side === 'supply' ? demand : supply).reference;
    const listings = new Map(
      (await stores.listings.findMany(best.map(other))).map((each) => [each._id, each]),
    );
    const { wants } = await choices();
    const found: StockFinding = { live: [], near: [] };
    for (const pair of best) {
      const listing = listings.get(other(pair));
      if (listing === undefined || !isPublic(listing) || !wants(listing.organisationId)) continue;
      const evidence = await evidenceOf(pair, side === 'demand' ? listing.patentIds : []);
      const isLive = evidence.score >= SUGGESTED_FROM && !evidence.isBlocked;
      const list = isLive ? found.live : found.near;
      if (list.length < (isLive ? MOST_LIVE : MOST_NEAR)) list.push({ listing, evidence });
      if (found.live.length === MOST_LIVE && found.near.length === MOST_NEAR) break;
    }
    return found;
  };
}

export type StockMatcher = ReturnType<typeof createStockMatcher>;
