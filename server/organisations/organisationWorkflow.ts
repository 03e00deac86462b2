import { defineWorkflow } from '../workflow/workflow.ts';

/** Working days within which a request for verification is answered; a promise of the office. */
export const VERIFICATION_WORKING_DAYS = 5;

/**
 * Verification of an organisation. `admin` runs the organisation in the marketplace; `operator` covers
 * its region and `supervisor` is the one who is left where no operator does, both never of the house itself.
 */
export const verificationWorkflow = defineWorkflow('verification', [
  { from: ['none', 'requested', 'verified', 'revoked'], event: 'edit', to: 'same', who: ['admin'] },
  // What was checked is no longer what the page says, so it has to be checked again.
  { from: ['verified'], event: 'amend', to: 'none', who: ['admin'] },
  { from: ['none', 'requested', 'revoked'], event: 'amend', to: 'same', who: ['admin'] },
  { from: ['none', 'verified', 'revoked'], event: 'add-evidence', to: 'same', who: ['admin'] },
  { from: ['none', 'revoked'], event: 'remove-evidence', to: 'same', who: ['admin'] },
  {
    from: ['none', 'revoked'],
    event: 'request',
    to: 'requested',
    who: ['admin'],
    guard: ['hasIdentifier', 'hasEvidence'],
    dueInWorkingDays: VERIFICATION_WORKING_DAYS,
  },
  { from: ['requested'], event: 'take-back', to: 'none', who: ['admin'] },
  {
    from: ['requested'],
    event: 'verify',
    to: 'verified',
    who: ['operator', 'supervisor'],
    guard: ['hasChecks'],
  },
  { from: ['requested'], event: 'refuse', to: 'none', who: ['operator', 'supervisor'], needsReason: true },
  { from: ['verified'], event: 'revoke', to: 'revoked', who: ['operator', 'supervisor'], needsReason: true },
]);

/** Whether an organisation takes part at all. */
export const standingWorkflow = defineWorkflow('organisation', [
  {
    from: ['active'],
    event: 'suspend',
    to: 'suspended',
    who: ['supervisor', 'administrator'],
    needsReason: true,
  },
  { from: ['suspended'], event: 'restore', to: 'active', who: ['supervisor', 'administrator'] },
  { from: ['active'], event: 'invite', to: 'same', who: ['admin'] },
  // The choice about personalised suggestions is the house's own, whatever else it may do.
  { from: ['active', 'suspended'], event: 'decline-suggestions', to: 'same', who: ['admin'] },
  { from: ['active', 'suspended'], event: 'accept-suggestions', to: 'same', who: ['admin'] },
]);

export type OrganisationEvent =
  | (typeof verificationWorkflow.events)[number]
  | (typeof standingWorkflow.events)[number];
