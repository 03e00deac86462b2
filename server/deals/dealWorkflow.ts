import { defineWorkflow } from '../workflow/workflow.ts';

/** Working days within which interest is answered; a promise of the marketplace (D6). */
export const ANSWER_WORKING_DAYS = 5;

/** Days without any answer after which interest counts as unanswered (domain rules 5.4). */
export const STALE_DAYS = 30;

const TALKING = ['contact', 'nda', 'negotiating'] as const;

/** From first interest to agreed terms (domain rules 5.4); signing and registration follow later. */
export const dealWorkflow = defineWorkflow('deal', [
  { from: ['interest', 'stale'], event: 'accept', to: 'contact', who: ['owner'] },
  { from: ['interest', 'stale'], event: 'decline', to: 'declined', who: ['owner'], needsReason: true },
  { from: ['interest'], event: 'remind', to: 'same', who: ['clock'] },
  { from: ['interest'], event: 'lapse', to: 'stale', who: ['clock'] },
  { from: ['interest', ...TALKING, 'agreed'], event: 'message', to: 'same', who: ['owner', 'requester'] },
  {
    from: ['interest', ...TALKING, 'agreed'],
    event: 'disclose',
    to: 'same',
    who: ['owner', 'requester'],
    guard: ['notDisclosed'],
  },
  { from: ['contact'], event: 'sign-nda', to: 'nda', who: ['owner', 'requester'] },
  { from: ['contact', 'nda'], event: 'negotiate', to: 'negotiating', who: ['owner', 'requester'] },
  {
    from: TALKING,
    event: 'propose',
    to: 'negotiating',
    who: ['owner', 'requester'],
    guard: ['termsAllowed'],
  },
  {
    from: ['negotiating'],
    event: 'agree',
    to: 'agreed',
    who: ['owner', 'requester'],
    guard: ['latestOfOther', 'bothDisclosed', 'termsAllowed'],
  },
  { from: ['contact'], event: 'deliver', to: 'same', who: ['owner'], guard: ['noticeSent'] },
  {
    from: ['interest', 'stale', ...TALKING, 'agreed'],
    event: 'fail',
    to: 'failed',
    who: ['owner', 'requester'],
    needsReason: true,
  },
]);

export type DealEvent = (typeof dealWorkflow.events)[number];
