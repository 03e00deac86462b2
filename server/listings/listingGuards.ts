import { isDeepStrictEqual } from 'node:util';
import type {
  Content,
  ListingRecord,
  OrganisationRecord,
  PatentRecord,
  Version,
} from '../../models/records.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import type { ReviewLevel } from '../config.ts';
import { type ApplicationError, blocked, invalid } from '../errors.ts';
import { isOpen } from '../openLicences/offerWorkflow.ts';
import { CHECKLIST } from '../review/checklist.ts';
import { submissionIssues } from './kindRules.ts';
import { lastReviewLevel } from './listingPlace.ts';

/** What a guard may look at. */
export interface MoveFacts {
  listing: ListingRecord;
  owner: OrganisationRecord;
  patents: PatentRecord[];
  levels: readonly ReviewLevel[];
  today: string;
  /** Items of the checklist the operator ticked. */
  checklist: readonly string[];
}

type Guard = (facts: MoveFacts) => ApplicationError | null;

const when = (isRefused: boolean, explanation: string): ApplicationError | null =>
  isRefused ? blocked(explanation) : null;

/** The named conditions of the workflow tables; each gives the reason it refuses for, or null. */
export const listingGuards: Record<string, Guard> = {
  complete: (facts) =>
    facts.listing.draft === null ? blocked('listings:noDraft') : completeness(facts, facts.listing.draft),
  /** What was live once goes back to review; rules and dates may have moved on since. */
  stillComplete: (facts) => completeness(facts, facts.listing.draft ?? facts.listing.live),
  changed: ({ listing }) =>
    when(
      listing.live !== null && isDeepStrictEqual(listing.live.content, listing.draft?.content),
      'listings:nothingChanged',
    ),
  onlyMinor: ({ listing }) =>
    when(
      changedFields(listing).some((name) => isMaterial(listing, name)),
      'listings:needsReview',
    ),
  /** Announced terms bind; other terms need a withdrawal and a new declaration (Patent Law art. 50). */
  termsFree: ({ listing }) =>
    when(
      isOpen(listing.offer) &&
        changedFields(listing).some((name) => name === 'patents' || stepOf(listing, name) === 'terms'),
      'listings:termsAnnounced',
    ),
  /** Nothing is shown longer whose own deadline or licence period is over. */
  datesAhead: ({ listing, today }) => {
    const own = listing.live?.content.deadline ?? listing.live?.content.periodTo;
    return when(typeof own === 'string' && own < today, 'listings:ownDateOver');
  },
  hasLive: ({ listing }) => when(listing.live === null, 'listings:nothingLive'),
  hasDraft: ({ listing }) => when(listing.draft === null, 'listings:noDraft'),
  houseApproval: ({ owner }) => when(!owner.requiresApproval, 'listings:noHouseApproval'),
  isProposed: ({ listing }) => when(listing.proposal === null, 'listings:notProposed'),
  lastLevel: ({ listing, levels }) =>
    when(listing.reviewLevel !== lastReviewLevel(levels), 'listings:notLastLevel'),
  notLastLevel: ({ listing, levels }) =>
    when(listing.reviewLevel === lastReviewLevel(levels), 'listings:isLastLevel'),
  verifiedOwner: ({ owner }) => when(owner.verification !== 'verified', 'listings:ownerNotVerified'),
  checklist: ({ listing, checklist }) =>
    when(
      CHECKLIST[listing.kind].some((item) => !checklist.includes(item)),
      'listings:checklistOpen',
    ),
};

function completeness(
  { listing: { kind }, patents, today }: MoveFacts,
  version: Version | null,
): ApplicationError | null {
  const issues = submissionIssues({ kind, content: version?.content ?? {}, patents, today });
  return issues.length > 0 ? invalid(issues) : null;
}

/** Names of the fields whose value in the draft differs from the live version. */
export function changedFields({ live, draft }: Pick<ListingRecord, 'live' | 'draft'>): string[] {
  const before: Content = live?.content ?? {};
  const after: Content = draft?.content ?? {};
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !isDeepStrictEqual(before[name], after[name]));
}

function stepOf(listing: ListingRecord, name: string) {
  return fieldsOf(listing.kind).find((field) => field.name === name)?.step;
}

function isMaterial(listing: ListingRecord, name: string): boolean {
  return fieldsOf(listing.kind).find((field) => field.name === name)?.isMaterial ?? true;
}
