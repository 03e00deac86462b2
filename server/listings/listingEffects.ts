import type { Content, ListingRecord, Offer, Version, Visibility } from '../../models/records.ts';
import { addDays } from '../clock.ts';
import type { ReviewLevel } from '../config.ts';
import { daysUntil } from './freshnessRules.ts';
import { lastReviewLevel } from './listingPlace.ts';

/** Days a listing is shown after it was approved or renewed, unless its own dates end sooner. */
const VALID_DAYS = daysUntil('expires');

export interface EffectFacts {
  listing: ListingRecord;
  at: Date;
  today: string;
  by: string;
  /** When the office has promised to act on the new state. */
  dueAt: Date | null;
  /** The level a submission waits at first. */
  firstLevel: ReviewLevel;
  levels: readonly ReviewLevel[];
  owner: { regionPath: string[] };
}

type Fields = Partial<ListingRecord>;
type Effect = (facts: EffectFacts) => Fields;

const notWaiting: Fields = { dueAt: null, reviewLevel: null };

/** A submission that was under way waits for nobody any more. */
const outOfReview: Effect = ({ listing }) =>
  listing.review === 'submitted' || listing.review === 'city-checked'
    ? { ...notWaiting, submittedAt: null }
    : {};

const submitted: Effect = ({ at, dueAt, firstLevel, owner }) => ({
  submittedAt: at,
  dueAt,
  reviewLevel: firstLevel,
  reviewRegionPath: owner.regionPath,
  proposal: null,
});

const goLive: Effect = ({ listing, at, today, owner }) => {
  if (listing.draft === null) return {};
  const { content } = listing.draft;
  return {
    ...notWaiting,
    live: listing.draft,
    draft: null,
    visibility: (content.visibility as Visibility | undefined) ?? 'public',
    regionPath: owner.regionPath,
    patentIds: (content.patents as string[] | undefined) ?? [],
    publishedAt: listing.publishedAt ?? at,
    confirmedAt: at,
    validUntil: lastDay(listing.draft, today),
    remindedFor: null,
    ...(listing.kind === 'open-licence' ? { offer: listing.offer ?? preparedOffer(content) } : {}),
  };
};

/** A posting is no open licence yet: the offer begins as prepared and waits for the announcement. */
function preparedOffer({ regime }: Content): Offer {
  return {
    state: 'prepared',
    regime: regime === 'pilot' ? 'pilot' : 'statutory',
    filedOn: null,
    receiptNumber: null,
    announcementNumber: null,
    announcedOn: null,
    withdrawnOn: null,
    terms: null,
    cause: null,
  };
}

/** What each event writes beside the states; an event that is not named here writes nothing else. */
export const listingEffects: Record<string, Effect> = {
  discard: ({ listing }) => ({
    draft: null,
    proposal: null,
    ...(listing.live === null ? { external: null, patentIds: [] } : {}),
  }),
  propose: ({ at, by }) => ({ proposal: { at, by } }),
  'hand-back': () => ({ proposal: null }),
  submit: submitted,
  repost: (facts) => ({ ...submitted(facts), draft: facts.listing.draft ?? facts.listing.live }),
  appeal: (facts) => ({ ...submitted(facts), reviewLevel: lastReviewLevel(facts.levels) }),
  'take-back': outOfReview,
  withdraw: outOfReview,
  conclude: outOfReview,
  recommend: ({ dueAt, levels }) => ({ dueAt, reviewLevel: lastReviewLevel(levels) }),
  approve: goLive,
  apply: goLive,
  return: () => notWaiting,
  reject: () => notWaiting,
  renew: ({ listing, at, today }) => ({
    confirmedAt: at,
    validUntil: listing.live === null ? null : lastDay(listing.live, today),
    remindedFor: null,
  }),
};

/** The last day a version is shown: a year, or until its own deadline or licence period ends. */
function lastDay({ content }: Version, today: string): string {
  const own = content.deadline ?? content.periodTo;
  const latest = addDays(today, VALID_DAYS);
  return typeof own === 'string' && own < latest ? own : latest;
}
