import { addDays } from '../clock.ts';
import { isHolidayTableKnown, workingDayOnOrAfter } from './workingDays.ts';

/** Months within which a licence is filed for the record: Implementing Regulations r. 15, r. 87. */
export const RECORDAL_MONTHS = 3;

export interface Deadline {
  /** The last day on which the act is in time. */
  dueOn: string;
  /** The last day before a holiday moved it. */
  countedOn: string;
  /** The holidays of that year are not announced yet, so `dueOn` may move. */
  isProvisional: boolean;
}

/** The corresponding day so many months later, or the last day of that month when it has none. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }).toString();
}

/**
 * A period in months by Implementing Regulations r. 5: the first day is not counted, it ends on the
 * corresponding day, and when that is a holiday, on the first working day after.
 */
export function deadlineInMonths(startsOn: string, months: number): Deadline {
  return deadlineAt(addMonths(startsOn, months));
}

/** A period in days by the same rule. */
export function deadlineInDays(startsOn: string, days: number): Deadline {
  return deadlineAt(addDays(startsOn, days));
}

function deadlineAt(countedOn: string): Deadline {
  const dueOn = workingDayOnOrAfter(countedOn);
  return { dueOn, countedOn, isProvisional: !isHolidayTableKnown(countedOn) };
}

/** When the recordal of a licence that took effect on a day is due, negotiated and open licences alike. */
export function recordalDeadline(effectiveOn: string): Deadline {
  return deadlineInMonths(effectiveOn, RECORDAL_MONTHS);
}
