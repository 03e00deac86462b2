import { addDays } from '../clock.ts';
import { addMonths, type Deadline, deadlineInMonths } from '../deadlines/deadline.ts';

/** Designs filed before the 4th amendment of the Patent Law took effect keep ten years. */
const DESIGN_REFORM = '2021-06-01';
const TERM_YEARS: Readonly<Record<string, number>> = { invention: 20, 'utility-model': 10, design: 15 };

export interface TermFacts {
  kind: string;
  filedOn: string | null;
  /** Set when the office extended the term (delay compensation, drugs). */
  expiryOverride?: string | null;
}

/** Years of protection from filing (Patent Law art. 42), or null when the kind gives no right. */
export function termYears(kind: string, filedOn: string): number | null {
  if (kind === 'design' && filedOn < DESIGN_REFORM) return 10;
  return TERM_YEARS[kind] ?? null;
}

/**
 * The day on which a patent ends by expiry, i.e. the first day without protection; the last day with protection
 * is the one before. Not moved by holidays. Null when it cannot be computed.
 */
export function patentExpiresOn({ kind, filedOn, expiryOverride }: TermFacts): string | null {
  if (expiryOverride) return expiryOverride;
  if (filedOn === null) return null;
  const years = termYears(kind, filedOn);
  return years === null ? null : addMonths(filedOn, years * 12);
}

/** Whether the term is over on a day; false when the expiry is unknown. */
export function isTermOver(facts: TermFacts, day: string): boolean {
  const expiresOn = patentExpiresOn(facts);
  return expiresOn !== null && day >= expiresOn;
}

/** Until when a missed annual fee can still be paid with a surcharge: six months (Implementing Regulations r. 115). */
export function annuityGraceDeadline(dueOn: string): Deadline {
  return deadlineInMonths(dueOn, 6);
}

/**
 * The surcharge on an annual fee paid late, in percent of the fee: 5 for every full month, at most 25
 * (Implementing Regulations r. 115). Null when the grace period is over and the patent has lapsed.
 */
export function annuitySurchargePercent(dueOn: string, paidOn: string): number | null {
  if (paidOn > annuityGraceDeadline(dueOn).dueOn) return null;
  for (let months = 5; months > 0; months -= 1) {
    if (addDays(addMonths(dueOn, months), 1) <= paidOn) return months * 5;
  }
  return 0;
}
