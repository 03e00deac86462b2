import type { LoggedEvent } from '../../models/records.ts';
import type { LinkPurpose } from '../accounts/linkSecrets.ts';
import type { Audience } from './noticeAudiences.ts';
import type { NoticeGroup } from './noticeGroups.ts';

/**
 * Who is told of an event, and where the notice leads. The texts are `notices:<event>.title` and
 * `.text`; a noun more needs rows here, texts there and a subject in `noticeSubjects.ts`.
 */
export interface NoticeRule {
  event: string;
  group: NoticeGroup;
  to: readonly Audience[];
  /** The page the notice leads to; `:id` becomes the id of the subject. */
  path: string;
  /** The letter carries a secret link of this purpose instead of the path. */
  link?: LinkPurpose;
  /** Only events for which this holds. */
  when?: (event: LoggedEvent) => boolean;
}

const OWN_LISTING = '/my/listings/:id';
const OWN_DEAL = '/my/deals/:id';
const OWN_MATCH = '/my/matches/:id';

const listingRules: NoticeRule[] = [
  { event: 'listing.propose', group: 'listings', to: ['approvers'], path: OWN_LISTING },
  { event: 'listing.hand-back', group: 'listings', to: ['author'], path: OWN_LISTING },
  { event: 'listing.submit', group: 'desk', to: ['reviewers'], path: '/desk/review/:id', when: isSingle },
  { event: 'listing.repost', group: 'desk', to: ['reviewers'], path: '/desk/review/:id' },
  { event: 'listing.appeal', group: 'desk', to: ['reviewers'], path: '/desk/review/:id' },
  { event: 'listing.recommend', group: 'desk', to: ['reviewers'], path: '/desk/review/:id' },
  { event: 'listing.approve', group: 'listings', to: ['house'], path: OWN_LISTING, when: isSingle },
  { event: 'listing.return', group: 'listings', to: ['house'], path: OWN_LISTING },
  { event: 'listing.reject', group: 'listings', to: ['house'], path: OWN_LISTING },
  { event: 'listing.suspend', group: 'listings', to: ['house'], path: OWN_LISTING },
  { event: 'listing.restore', group: 'listings', to: ['house'], path: OWN_LISTING },
  { event: 'listing.expire', group: 'listings', to: ['house'], path: OWN_LISTING },
  { event: 'listing.remind', group: 'listings', to: ['house'], path: OWN_LISTING },
];

const organisationRules: NoticeRule[] = [
  { event: 'organisation.request', group: 'desk', to: ['operators'], path: '/desk/organisations/:id' },
  { event: 'organisation.verify', group: 'organisation', to: ['admins'], path: '/my/organisation' },
  {
    event: 'organisation.refuse',
    group: 'organisation',
    to: ['admins'],
    path: '/my/organisation/verification',
  },
  {
    event: 'organisation.revoke',
    group: 'organisation',
    to: ['admins'],
    path: '/my/organisation/verification',
  },
  { event: 'organisation.suspend', group: 'organisation', to: ['admins'], path: '/my/organisation' },
  { event: 'organisation.restore', group: 'organisation', to: ['admins'], path: '/my/organisation' },
  {
    event: 'organisation.invite',
    group: 'invitation',
    to: ['invitee'],
    path: '/my/organisation',
    link: 'invitation',
  },
];

const accountRules: NoticeRule[] = [
  { event: 'account.register', group: 'account', to: ['self'], path: '/my/account', link: 'confirm' },
  {
    event: 'account.send-confirmation',
    group: 'account',
    to: ['self'],
    path: '/my/account',
    link: 'confirm',
  },
  { event: 'account.register-again', group: 'account', to: ['self'], path: '/reset-password' },
  { event: 'account.ask-password', group: 'account', to: ['self'], path: '/my/account', link: 'password' },
  { event: 'account.reset-password', group: 'account', to: ['self'], path: '/my/account' },
  { event: 'account.change-password', group: 'account', to: ['self'], path: '/my/account' },
  { event: 'account.appoint', group: 'account', to: ['self'], path: '/my' },
  { event: 'account.relieve', group: 'account', to: ['self'], path: '/my' },
  { event: 'account.suspend', group: 'account', to: ['self'], path: '/sign-in' },
  { event: 'account.restore', group: 'account', to: ['self'], path: '/my' },
  { event: 'account.ask-to-join', group: 'organisation', to: ['admins'], path: '/my/organisation/members' },
  { event: 'account.join', group: 'organisation', to: ['admins'], path: '/my/organisation/members' },
  { event: 'account.leave', group: 'organisation', to: ['admins'], path: '/my/organisation/members' },
  { event: 'account.admit', group: 'organisation', to: ['self'], path: '/my/organisation' },
  { event: 'account.decline', group: 'organisation', to: ['self'], path: '/my/organisation' },
  { event: 'account.change-role', group: 'organisation', to: ['self'], path: '/my/organisation' },
  { event: 'account.end-membership', group: 'organisation', to: ['self'], path: '/my/organisation' },
];

const matchRules: NoticeRule[] = [
  { event: 'match.approve', group: 'matches', to: ['everyParty'], path: OWN_MATCH },
  { event: 'match.dismiss', group: 'matches', to: ['everyParty'], path: OWN_MATCH, when: wasShown },
  { event: 'match.take-back', group: 'matches', to: ['everyParty'], path: OWN_MATCH, when: wasShown },
  { event: 'match.answer', group: 'matches', to: ['operators'], path: '/desk/matches/:id' },
];

const dealRules: NoticeRule[] = [
  { event: 'deal.request', group: 'deals', to: ['otherParty'], path: OWN_DEAL },
  { event: 'deal.give-notice', group: 'deals', to: ['otherParty'], path: OWN_DEAL },
  { event: 'deal.accept', group: 'deals', to: ['otherParty'], path: OWN_DEAL },
  { event: 'deal.decline', group: 'deals', to: ['otherParty'], path: OWN_DEAL },
  { event: 'deal.remind', group: 'deals', to: ['waitingParty'], path: OWN_DEAL },
  { event: 'deal.lapse', group: 'deals', to: ['everyParty'], path: OWN_DEAL },
  { event: 'deal.message', group: 'deals', to: ['otherParty'], path: OWN_DEAL },
  { event: 'deal.disclose', group: 'deals', to: ['otherParty'], path: OWN_DEAL },
  { event: 'deal.sign-nda', group: 'deals', to: ['otherParty'], path: OWN_DEAL },
  { event: 'deal.negotiate', group: 'deals', to: ['otherParty'], path: OWN_DEAL },
  { event: 'deal.propose', group: 'deals', to: ['otherParty'], path: OWN_DEAL },
  { event: 'deal.agree', group: 'deals', to: ['everyParty'], path: OWN_DEAL },
  { event: 'deal.deliver', group: 'deals', to: ['otherParty'], path: OWN_DEAL },
  { event: 'deal.fail', group: 'deals', to: ['otherParty'], path: OWN_DEAL },
];

/** Open-licence declarations live on their listing, whose reference is the subject. */
const offerRules: NoticeRule[] = [
  { event: 'offer.file', group: 'desk', to: ['operators'], path: '/desk/review/:id' },
  { event: 'offer.refuse', group: 'listings', to: ['house'], path: OWN_LISTING },
  { event: 'offer.announce', group: 'listings', to: ['house'], path: OWN_LISTING },
  { event: 'offer.file-withdrawal', group: 'desk', to: ['operators'], path: '/desk/review/:id' },
  { event: 'offer.announce-withdrawal', group: 'listings', to: ['house'], path: OWN_LISTING },
  { event: 'offer.end', group: 'listings', to: ['house'], path: OWN_LISTING },
];

/** One notice for a whole file stands for those of its rows. */
const importRules: NoticeRule[] = [
  { event: 'import.end', group: 'desk', to: ['reviewers'], path: '/desk/review', when: leavesWaiting },
  { event: 'import.end', group: 'listings', to: ['house'], path: '/my/import/:id' },
];

/** Rows of an import are told of by its own notice. */
function isSingle({ detail }: LoggedEvent): boolean {
  return detail.isImport !== true;
}

function leavesWaiting({ detail }: LoggedEvent): boolean {
  return Number(detail.waiting) > 0;
}

/** A pair that was dismissed before anybody saw it is nobody's news. */
function wasShown({ detail }: LoggedEvent): boolean {
  return detail.from === 'approved';
}

export const NOTICE_RULES: readonly NoticeRule[] = [
  ...listingRules,
  ...organisationRules,
  ...accountRules,
  ...matchRules,
  ...dealRules,
  ...offerRules,
  ...importRules,
];

/** Notices that no event of the log leads to: the job writes them that tells what saved searches found. */
export const JOB_NOTICE_RULES: readonly NoticeRule[] = [
  { event: 'search.found-one', group: 'searches', to: [], path: '/my/searches' },
  { event: 'search.found-some', group: 'searches', to: [], path: '/my/searches' },
  { event: 'search.found-several', group: 'searches', to: [], path: '/my/searches' },
];

/** The page a rule's notice leads to. */
export function pathOf({ path }: Pick<NoticeRule, 'path'>, subjectId: string): string {
  return path.replace(':id', encodeURIComponent(subjectId));
}
