import { shanghaiDate } from '../clock.ts';
import type { Translate } from '../i18n/translate.ts';

/** Whole calendar days from one day to a later one. */
export function daysBetween(earlier: string, later: string): number {
  return Temporal.PlainDate.from(earlier).until(Temporal.PlainDate.from(later)).days;
}

/** When the owner last said that the listing still holds, with the day beside the relative time; empty when never. */
export function confirmedText(confirmedAt: Date | null, today: string, translate: Translate): string {
  if (confirmedAt === null) return '';
  const date = shanghaiDate(confirmedAt);
  const days = daysBetween(date, today);
  if (days <= 0) return translate('listing:confirmedToday', { date });
  return translate('listing:confirmedAgo', { count: days, date });
}
