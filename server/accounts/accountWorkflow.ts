import { defineWorkflow } from '../workflow/workflow.ts';

const LIVING = ['unconfirmed', 'active', 'suspended'] as const;

/**
 * An account. `link` is whoever holds a link that was mailed to the account's address; `administrator`
 * is never the person of the account, so that nobody changes their own rights.
 */
export const accountWorkflow = defineWorkflow('account', [
  { from: ['unconfirmed'], event: 'send-confirmation', to: 'same', who: ['visitor'] },
  { from: ['active'], event: 'register-again', to: 'same', who: ['visitor'] },
  { from: ['unconfirmed'], event: 'confirm', to: 'active', who: ['link'] },
  { from: ['unconfirmed', 'active'], event: 'ask-password', to: 'same', who: ['visitor', 'console'] },
  { from: ['unconfirmed', 'active'], event: 'reset-password', to: 'active', who: ['link'] },
  { from: ['active'], event: 'change-password', to: 'same', who: ['self'] },
  { from: ['active'], event: 'change-profile', to: 'same', who: ['self'] },
  { from: ['active'], event: 'change-notices', to: 'same', who: ['self'] },
  { from: ['active'], event: 'appoint', to: 'same', who: ['administrator', 'console'] },
  { from: ['unconfirmed'], event: 'appoint', to: 'same', who: ['console'] },
  { from: ['active', 'suspended'], event: 'relieve', to: 'same', who: ['administrator'] },
  {
    from: ['unconfirmed', 'active'],
    event: 'suspend',
    to: 'suspended',
    who: ['administrator'],
    needsReason: true,
  },
  { from: ['suspended'], event: 'restore', to: 'active', who: ['administrator'] },
  {
    from: [...LIVING],
    event: 'erase',
    to: 'erased',
    who: ['self', 'administrator'],
    guard: ['houseKeepsAdmin'],
  },
]);

/**
 * The belonging of a person to an organisation; `none` where there is none yet. `admin` is an admin
 * of that organisation other than the person; `invitee` holds an invitation to their address.
 */
export const membershipWorkflow = defineWorkflow('membership', [
  { from: ['none', 'ended'], event: 'found', to: 'active', who: ['founder'], guard: ['onlyOne'] },
  { from: ['none', 'ended'], event: 'ask-to-join', to: 'requested', who: ['self'], guard: ['onlyOne'] },
  { from: ['requested'], event: 'withdraw', to: 'ended', who: ['self'] },
  { from: ['requested'], event: 'admit', to: 'active', who: ['admin'], guard: ['onlyOne'] },
  { from: ['requested'], event: 'decline', to: 'ended', who: ['admin'] },
  { from: ['none', 'requested', 'ended'], event: 'join', to: 'active', who: ['invitee'], guard: ['onlyOne'] },
  { from: ['active'], event: 'change-role', to: 'same', who: ['admin'] },
  { from: ['active'], event: 'end-membership', to: 'ended', who: ['admin'] },
  { from: ['active'], event: 'leave', to: 'ended', who: ['self'], guard: ['houseKeepsAdmin'] },
]);

export type AccountEvent = (typeof accountWorkflow.events)[number];
export type MembershipEvent = (typeof membershipWorkflow.events)[number];
