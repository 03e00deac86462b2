import { defineWorkflow, type Transition } from '../workflow/workflow.ts';

/** Working days within which a submission is answered; a promise of the office, not a rule of law. */
export const REVIEW_WORKING_DAYS = 5;

/** Every review that waits for the office. */
const WAITING = ['submitted', 'city-checked'] as const;

/**
 * Review of a draft. `reviewer` is an operator of the level whose turn it is, in the region frozen
 * at submission, and never from the owner's organisation.
 */
export const reviewWorkflow = defineWorkflow('review', [
  { from: ['none', 'returned', 'rejected'], event: 'save', to: 'same', who: ['member', 'importer'] },
  {
    from: ['none', 'returned', 'rejected'],
    event: 'discard',
    to: 'none',
    who: ['member'],
    guard: ['hasDraft'],
  },
  {
    from: ['none', 'returned'],
    event: 'propose',
    to: 'same',
    who: ['member'],
    guard: ['complete', 'houseApproval'],
  },
  { from: ['none', 'returned'], event: 'hand-back', to: 'same', who: ['approver'], guard: ['isProposed'] },
  {
    from: ['none', 'returned'],
    event: 'submit',
    to: 'submitted',
    who: ['submitter', 'importer'],
    guard: ['complete', 'changed', 'termsFree'],
    dueInWorkingDays: REVIEW_WORKING_DAYS,
  },
  {
    from: ['none'],
    event: 'apply',
    to: 'none',
    who: ['submitter'],
    guard: ['hasLive', 'onlyMinor', 'changed', 'complete', 'termsFree'],
  },
  {
    from: ['none'],
    event: 'repost',
    to: 'submitted',
    who: ['submitter'],
    guard: ['stillComplete'],
    dueInWorkingDays: REVIEW_WORKING_DAYS,
  },
  { from: [...WAITING], event: 'take-back', to: 'none', who: ['member'] },
  // What its owner takes off the public pages does not come back by an approval that was still under way.
  { from: [...WAITING], event: 'withdraw', to: 'none', who: ['member'] },
  { from: ['none', 'returned', 'rejected'], event: 'withdraw', to: 'same', who: ['member'] },
  { from: [...WAITING], event: 'conclude', to: 'none', who: ['member', 'operator'] },
  { from: ['none', 'returned', 'rejected'], event: 'conclude', to: 'same', who: ['member', 'operator'] },
  {
    from: ['submitted'],
    event: 'recommend',
    to: 'city-checked',
    who: ['reviewer'],
    guard: ['notLastLevel'],
    dueInWorkingDays: REVIEW_WORKING_DAYS,
  },
  {
    from: [...WAITING],
    event: 'approve',
    to: 'none',
    who: ['reviewer'],
    guard: ['lastLevel', 'verifiedOwner', 'checklist'],
  },
  { from: [...WAITING], event: 'return', to: 'returned', who: ['reviewer'], needsReason: true },
  { from: [...WAITING], event: 'reject', to: 'rejected', who: ['reviewer'], needsReason: true },
  {
    from: ['rejected'],
    event: 'appeal',
    to: 'submitted',
    who: ['submitter'],
    guard: ['complete', 'termsFree'],
    dueInWorkingDays: REVIEW_WORKING_DAYS,
  },
]);

/** What the public sees of a listing, beside the review of its draft. */
export const publicationWorkflow = defineWorkflow('publication', [
  // A draft nobody ever saw goes as a whole; of what was published only the changes go.
  { from: ['never'], event: 'discard', to: 'discarded', who: ['member'] },
  {
    from: ['published', 'suspended', 'withdrawn', 'expired', 'concluded'],
    event: 'discard',
    to: 'same',
    who: ['member'],
  },
  {
    from: ['never', 'published', 'expired', 'withdrawn', 'concluded'],
    event: 'approve',
    to: 'published',
    who: ['reviewer'],
  },
  { from: ['suspended'], event: 'approve', to: 'suspended', who: ['reviewer'] },
  { from: ['withdrawn'], event: 'repost', to: 'withdrawn', who: ['submitter'] },
  {
    from: ['published'],
    event: 'suspend',
    to: 'suspended',
    who: ['operator', 'supervisor'],
    needsReason: true,
  },
  { from: ['suspended'], event: 'restore', to: 'published', who: ['operator', 'supervisor'] },
  { from: ['published', 'suspended'], event: 'withdraw', to: 'withdrawn', who: ['member'] },
  { from: ['published'], event: 'expire', to: 'expired', who: ['clock'] },
  { from: ['published', 'expired'], event: 'renew', to: 'published', who: ['member'], guard: ['datesAhead'] },
  { from: ['published'], event: 'conclude', to: 'concluded', who: ['member', 'operator'] },
  { from: ['published', 'suspended'], event: 'remind', to: 'same', who: ['clock'] },
]);

export type ReviewEvent = (typeof reviewWorkflow.events)[number];
export type PublicationEvent = (typeof publicationWorkflow.events)[number];
export type ListingEvent = ReviewEvent | PublicationEvent;

export const LISTING_EVENTS = [
  ...new Set([...reviewWorkflow.events, ...publicationWorkflow.events]),
] as ListingEvent[];

/** Only its number and its history are left, so that neither is used again; nothing can happen to it. */
export function isDiscarded({ publication }: { publication: string }): boolean {
  return publication === 'discarded';
}

/**
 * The rows by which an event moves a listing: one of every table that knows the event. Null when one of them
 * has no row for the state, because then the event is not possible.
 */
export function listingRows(
  listing: { review: string; publication: string },
  event: string,
): Transition[] | null {
  if (isDiscarded(listing)) return null;
  const rows: Transition[] = [];
  for (const [table, state] of [
    [reviewWorkflow, listing.review],
    [publicationWorkflow, listing.publication],
  ] as const) {
    if (!(table.events as string[]).includes(event)) continue;
    const row = table.find(state, event);
    if (row === null) return null;
    rows.push(row);
  }
  return rows.length > 0 ? rows : null;
}
