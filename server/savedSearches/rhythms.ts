import { addDays, shanghaiDate, startOfDay } from '../clock.ts';
import { defineVocabulary } from '../vocabulary/vocabulary.ts';

/** How soon somebody is told of what a saved search finds. */
export const rhythms = defineVocabulary('rhythms', [
  { code: 'at-once', zh: '一有就通知', en: 'At once' },
  { code: 'daily', zh: '每天一次', en: 'Once a day' },
  { code: 'weekly', zh: '每周一次', en: 'Once a week' },
  { code: 'none', zh: '不通知', en: 'Not at all' },
]);

export type Rhythm = 'at-once' | 'daily' | 'weekly' | 'none';

export const RHYTHMS = ['at-once', 'daily', 'weekly', 'none'] as const satisfies readonly Rhythm[];

/** Digests go out at eight in the morning, weekly ones on Mondays. */
const MORNING_MS = 8 * 3_600_000;

/** When something found now is told: never before now; null when nobody wants to hear of it. */
export function dueAtOf(rhythm: Rhythm, now: Date): Date | null {
  if (rhythm === 'none') return null;
  if (rhythm === 'at-once') return now;
  const today = shanghaiDate(now);
  for (let ahead = 0; ; ahead += 1) {
    const day = addDays(today, ahead);
    const morning = new Date(startOfDay(day).getTime() + MORNING_MS);
    const isMonday = Temporal.PlainDate.from(day).dayOfWeek === 1;
    if (morning > now && (rhythm === 'daily' || isMonday)) return morning;
  }
}
