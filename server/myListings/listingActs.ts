import type { ApplicationError } from '../errors.ts';
import { paths } from '../paths.ts';
import { demandOutcomes } from '../vocabulary/demandOutcomes.ts';
import { localPath } from '../web/localPath.ts';
import type { FieldReader } from './fieldView.ts';
import type { OwnListing } from './ownListingService.ts';
import { stepPath } from './stepList.ts';

/** Acts that have a page of their own to confirm them, in the order of their buttons. */
export const CONFIRMED_ACTS = [
  'apply',
  'appeal',
  'renew',
  'repost',
  'take-back',
  'hand-back',
  'conclude',
  'withdraw',
  'discard',
] as const;
export type ConfirmedAct = (typeof CONFIRMED_ACTS)[number];

/** Acts that explain themselves to somebody: with a text, needed or not. */
export const ACT_TEXTS: Partial<Record<ConfirmedAct, 'needed' | 'possible'>> = {
  appeal: 'needed',
  'hand-back': 'needed',
  conclude: 'possible',
  withdraw: 'possible',
};

/** Ends of a demand, told with its outcome (F20). */
export function outcomesOf(act: string, { listing }: OwnListing) {
  return listing.kind === 'demand' && (act === 'conclude' || act === 'withdraw')
    ? demandOutcomes.entries
    : [];
}

/** What the texts of an act go by: to discard means to delete what was never published, or only the changes. */
export function actWords(act: string, { live }: OwnListing['listing']): string {
  return act === 'discard' && live === null ? 'discard-draft' : act;
}

/** Conditions without which an act makes no sense at all: then it is not offered. */
const POINTLESS = [
  'listings:noHouseApproval',
  'listings:notProposed',
  'listings:nothingLive',
  'listings:needsReview',
  'listings:noDraft',
];

interface Possible {
  event: string;
  refusal: ApplicationError | null;
}

/** The buttons of the page of a listing, from what the tables allow; the first one is what most people want next. */
export function actButtons(
  opened: OwnListing,
  possible: readonly Possible[],
  { language, translate }: FieldReader,
) {
  const { listing, parties } = opened;
  const offered = possible.filter(
    ({ refusal }) => refusal === null || !POINTLESS.includes(refusal.explanation),
  );
  const can = (event: string) => offered.some((one) => one.event === event);
  const href = (act: string) => localPath(language, `${paths.myListing(listing._id)}/acts/${act}`);
  const button = (act: string, target: string, tone: string) => ({
    act,
    href: target,
    tone,
    label: translate(`listings:act.${actWords(act, listing)}.label`),
    hint: translate(`listings:act.${actWords(act, listing)}.hint`),
  });
  const buttons = [];
  const edit = button('edit', localPath(language, stepPath(listing._id, 'subject')), 'second');
  const isReturned = listing.review === 'returned';
  const submission = parties.has('submitter') ? 'submit' : 'propose';
  if (can(submission) && (listing.draft !== null || can('repost')))
    buttons.push(button(submission, localPath(language, stepPath(listing._id, 'statement')), 'first'));
  if (can('save')) buttons[isReturned ? 'unshift' : 'push'](edit);
  for (const act of CONFIRMED_ACTS.filter(can))
    buttons.push(button(act, href(act), act === 'withdraw' || act === 'discard' ? 'refusal' : 'second'));
  return buttons;
}
