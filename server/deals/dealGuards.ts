import type { ListingRecord, PatentRecord } from '../../models/records.ts';
import { type ApplicationError, blocked, invalid } from '../errors.ts';
import { type DealRecord, type DealSide, type DealTerms, disclosureOf, otherSide } from './deal.ts';
import { termsObstacles } from './termsObstacles.ts';

export interface DealFacts {
  deal: DealRecord;
  side: DealSide | null;
  listing: ListingRecord;
  patents: PatentRecord[];
  /** The terms proposed or agreed by this act. */
  terms: DealTerms | null;
}

type Guard = (facts: DealFacts) => ApplicationError | null;

/** The named conditions of the deal table. */
export const dealGuards: Record<string, Guard> = {
  notDisclosed: ({ deal, side }) =>
    side !== null && disclosureOf(deal, side) !== null ? blocked('deals:alreadyDisclosed') : null,
  bothDisclosed: ({ deal }) =>
    (['owner', 'requester'] as const).every((side) => disclosureOf(deal, side) !== null)
      ? null
      : blocked('deals:discloseFirst'),
  latestOfOther: ({ deal, side }) =>
    side !== null && deal.proposals.at(-1)?.side === otherSide(side)
      ? null
      : blocked('deals:nothingToConfirm'),
  noticeSent: ({ deal }) => (deal.notice?.state === 'notice-sent' ? null : blocked('deals:noNotice')),
  termsAllowed({ deal, terms, patents }) {
    if (terms === null) return null;
    if (terms.technology.fen > terms.total.fen)
      return invalid([{ field: 'technology.amount', message: 'deals:technologyAboveTotal' }]);
    const [obstacle] = termsObstacles(terms, patents, deal._id);
    return obstacle ? blocked(obstacle.explanation, { patent: obstacle.patentId }) : null;
  },
};
