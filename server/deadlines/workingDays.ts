import { addDays } from '../clock.ts';
import { HOLIDAYS } from './holidays.ts';

/** Whether offices work on a day (`YYYY-MM-DD`): weekdays but holidays, and weekends made up for. */
export function isWorkingDay(day: string): boolean {
  const year = HOLIDAYS[day.slice(0, 4)];
  const monthDay = day.slice(5);
  if (year?.working.includes(monthDay)) return true;
  if (year?.off.some((range) => isInRange(monthDay, range))) return false;
  return Temporal.PlainDate.from(day).dayOfWeek <= 5;
}

function isInRange(monthDay: string, range: string): boolean {
  const [from = '', to = from] = range.split('..');
  return monthDay >= from && monthDay <= to;
}

/** Whether the holiday table of the day's year was announced; otherwise a computed date is provisional. */
export function isHolidayTableKnown(day: string): boolean {
  return HOLIDAYS[day.slice(0, 4)]?.standing === 'announced';
}

/** The day itself when offices work on it, otherwise the first working day after it. */
export function workingDayOnOrAfter(day: string): string {
  let current = day;
  while (!isWorkingDay(current)) current = addDays(current, 1);
  return current;
}

/** The working day `count` working days after a day; the day itself is not counted. */
export function workingDaysAfter(day: string, count: number): string {
  let current = day;
  for (let left = count; left > 0; left -= 1) current = workingDayOnOrAfter(addDays(current, 1));
  return current;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let current = addDays(from, 1); current <= to; current = addDays(current, 1)) {
    if (isWorkingDay(current)) count += 1;
  }
  return count;
}
