import type { Content } from '../../models/records.ts';
import type { OfferStep, Step } from './demoTypes.ts';

/** The lives of the demo's listings, each as the acts that lead to one state. Numbers are days before loading. */

const step = (daysAgo: number, event: string, by: Step['by'], rest: Partial<Step> = {}): Step => ({
  daysAgo,
  event,
  by,
  ...rest,
});

/** Begun and left open. */
export const draft = (ago: number): Step[] => [step(ago, 'start', 'house')];

/** Waits for the approval of its own house. */
export const proposed = (ago: number): Step[] => [...draft(ago), step(ago, 'propose', 'house')];

/** Handed back by its own house with a remark. */
export const handedBack = (ago: number, text: string): Step[] => [
  ...proposed(ago),
  step(ago - 1, 'hand-back', 'submitter', { text }),
];

/** Waits for the office. */
export const submitted = (ago: number): Step[] => [...draft(ago), step(ago, 'submit', 'submitter')];

/** Passed by the city, waits for the province. */
export const cityChecked = (ago: number): Step[] => [
  ...submitted(ago),
  step(ago - 2, 'recommend', 'reviewer'),
];

export const returned = (ago: number, reason: string, text: string): Step[] => [
  ...submitted(ago),
  step(ago - 3, 'return', 'reviewer', { reason, text }),
];

export const rejected = (ago: number, reason: string, text: string): Step[] => [
  ...cityChecked(ago),
  step(ago - 4, 'reject', 'reviewer', { reason, text }),
];

/** Rejected, corrected and before the last level again. */
export const appealed = (ago: number, reason: string, text: string, changes: Content): Step[] => [
  ...rejected(ago, reason, text),
  step(ago - 6, 'save', 'house', { changes }),
  step(ago - 6, 'appeal', 'submitter', { text: '已按意见修改，请复核。' }),
];

export const published = (ago: number): Step[] => [...cityChecked(ago), step(ago - 4, 'approve', 'reviewer')];

/** Published and confirmed once more by its owner. */
export const renewed = (ago: number, again: number): Step[] => [
  ...published(ago),
  step(again, 'renew', 'house'),
];

/** Returned once, corrected and published. */
export const improved = (ago: number, reason: string, text: string, changes: Content): Step[] => [
  ...returned(ago, reason, text),
  step(ago - 5, 'save', 'house', { changes }),
  step(ago - 5, 'submit', 'submitter'),
  step(ago - 7, 'recommend', 'reviewer'),
  step(ago - 8, 'approve', 'reviewer'),
];

/** Published; a change of it waits for review. */
export const editWaiting = (ago: number, edited: number, changes: Content): Step[] => [
  ...published(ago),
  step(edited, 'save', 'house', { changes }),
  step(edited, 'submit', 'submitter'),
];

/** Published; a change of it came back. */
export const editReturned = (
  ago: number,
  edited: number,
  changes: Content,
  reason: string,
  text: string,
): Step[] => [...editWaiting(ago, edited, changes), step(edited - 2, 'return', 'reviewer', { reason, text })];

/** Published, changed and published again, as its second version. */
export const edited = (ago: number, again: number, changes: Content): Step[] => [
  ...editWaiting(ago, again, changes),
  step(again - 1, 'recommend', 'reviewer'),
  step(again - 3, 'approve', 'reviewer'),
];

export const suspended = (ago: number, since: number, reason: string, text: string): Step[] => [
  ...published(ago),
  step(since, 'suspend', 'operator', { reason, text }),
];

export const withdrawn = (ago: number, since: number): Step[] => [
  ...published(ago),
  step(since, 'withdraw', 'house'),
];

/** Taken off by its owner and posted again. */
export const reposted = (ago: number, since: number, again: number): Step[] => [
  ...withdrawn(ago, since),
  step(again, 'repost', 'submitter'),
];

/** Its last day is past. */
export const expired = (ago: number, since: number): Step[] => [
  ...published(ago),
  step(since, 'expire', 'clock'),
];

/** All rights are sold, or the need is met. */
export const concluded = (ago: number, since: number): Step[] => [
  ...published(ago),
  step(since, 'conclude', 'house'),
];

/** The offer of an open licence: filed, announced and so on after the posting was published. */
const act = (
  daysAgo: number,
  event: string,
  by: OfferStep['by'],
  rest: Partial<OfferStep> = {},
): OfferStep => ({
  daysAgo,
  event,
  by,
  ...rest,
});

export const prepared = (): OfferStep[] => [];
export const filed = (ago: number, receipt: string): OfferStep[] => [
  act(ago, 'file', 'house', { number: receipt }),
];
export const refused = (ago: number, receipt: string, since: number, reason: string): OfferStep[] => [
  ...filed(ago, receipt),
  act(since, 'refuse', 'operator', { reason }),
];
export const announced = (ago: number, receipt: string, since: number, number: string): OfferStep[] => [
  ...filed(ago, receipt),
  act(since, 'announce', 'operator', { number }),
];
export const withdrawing = (
  ago: number,
  receipt: string,
  since: number,
  number: string,
  again: number,
): OfferStep[] => [...announced(ago, receipt, since, number), act(again, 'file-withdrawal', 'house')];
export const offerWithdrawn = (
  ago: number,
  receipt: string,
  since: number,
  number: string,
  again: number,
): OfferStep[] => [
  ...withdrawing(ago, receipt, since, number, again),
  act(again - 25, 'announce-withdrawal', 'operator', { number: `${number}-W` }),
];
