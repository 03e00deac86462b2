import { defineWorkflow } from '../workflow/workflow.ts';

/**
 * The open-licence offer (Patent Law art. 50-52). Only an operator who has seen the announcement
 * moves it to announced; the platform never makes a posting an open licence by itself.
 */
export const offerWorkflow = defineWorkflow('offer', [
  { from: ['prepared'], event: 'file', to: 'filed', who: ['member'], guard: ['receipt'] },
  { from: ['filed'], event: 'refuse', to: 'refused', who: ['operator'], needsReason: true },
  { from: ['refused'], event: 'prepare', to: 'prepared', who: ['member'] },
  {
    from: ['filed'],
    event: 'announce',
    to: 'announced',
    who: ['operator'],
    guard: ['announcement', 'eligible'],
  },
  { from: ['announced'], event: 'file-withdrawal', to: 'withdrawing', who: ['member'] },
  {
    from: ['withdrawing'],
    event: 'announce-withdrawal',
    to: 'withdrawn',
    who: ['operator'],
    guard: ['announcement'],
  },
  {
    from: ['announced', 'withdrawing'],
    event: 'end',
    to: 'ended',
    who: ['clock', 'operator'],
    needsReason: true,
  },
]);

/** Whether a page may call it an open licence, and notices be given under it. */
export function isOpen(offer: { state: string } | null): boolean {
  return offer !== null && (offer.state === 'announced' || offer.state === 'withdrawing');
}
