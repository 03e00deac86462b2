import { defineWorkflow } from '../workflow/workflow.ts';

/**
 * A suggested pair of supply and demand. The office decides, either party answers for itself, the clock keeps
 * the evidence fresh and closes pairs whose texts are no longer live. A dismissed pair comes back by a person only.
 */
export const matchWorkflow = defineWorkflow('match', [
  {
    from: ['suggested'],
    event: 'approve',
    to: 'approved',
    who: ['operator'],
    guard: ['isWanted', 'notSilent', 'isOpen', 'gatesAllow'],
  },
  {
    from: ['suggested'],
    event: 'dismiss',
    to: 'dismissed',
    who: ['operator'],
    needsReason: true,
    guard: ['isWanted'],
  },
  { from: ['approved'], event: 'dismiss', to: 'dismissed', who: ['operator'], needsReason: true },
  { from: ['approved', 'dismissed'], event: 'take-back', to: 'suggested', who: ['operator'] },
  { from: ['suggested', 'approved'], event: 'amend', to: 'same', who: ['operator'], guard: ['isWanted'] },
  {
    from: ['suggested', 'approved'],
    event: 'answer',
    to: 'same',
    who: ['supply', 'demand'],
    guard: ['isWanted', 'isShown'],
  },
  {
    from: ['suggested'],
    event: 'knock',
    to: 'same',
    who: ['demand'],
    guard: ['isWanted', 'isSilentDemand', 'isOpen'],
  },
  { from: ['suggested'], event: 'refresh', to: 'same', who: ['clock'] },
  { from: ['suggested', 'approved', 'dismissed'], event: 'close', to: 'same', who: ['clock'] },
  { from: ['suggested', 'approved', 'dismissed'], event: 'reopen', to: 'same', who: ['clock'] },
  { from: ['approved', 'dismissed'], event: 'change', to: 'same', who: ['clock'] },
]);

export type MatchEvent = (typeof matchWorkflow.events)[number];
