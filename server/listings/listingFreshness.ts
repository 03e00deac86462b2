import { shanghaiDate } from '../clock.ts';
import type { Translate } from '../i18n/translate.ts';
import { daysUntil } from './freshnessRules.ts';

const DAY_MS = 86_400_000;

/** Whole calendar days from one day to a later one. */
export function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / DAY_MS;
}

/** When the owner last said that the listing still holds, with the day beside the relative time; empty when never. */
export function confirmedText(confirmedAt: Date | null, today: string, translate: Translate): string {
  if (confirmedAt === null) return '';
  const date = shanghaiDate(confirmedAt);
  const days = daysBetween(date, today);
  if (days <= 0) return translate('listing:confirmedToday', { date });
  return translate('listing:confirmedAgo', { count: days, date });
}

const FRESH_DAYS = daysUntil('not-counted');

/** Whether the owner said so recently enough to rely on; the same 90 days as in the published figure (D7). */
export function isFresh(confirmedAt: Date | null, today: string): boolean {
  return confirmedAt !== null && daysBetween(shanghaiDate(confirmedAt), today) <= FRESH_DAYS;
}
