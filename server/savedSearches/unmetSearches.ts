import { createHmac, randomBytes } from 'node:crypto';
import { foldText } from '../../search/analysis/foldText.ts';
import { addDays, type Clock, today } from '../clock.ts';
import type { Job } from '../jobs/job.ts';
import type { UnmetSearchStore } from './unmetSearchStore.ts';

/** So long counts are kept and shown. */
export const KEPT_DAYS = 90;
/** Longer texts are pasted pages; what is in them is nobody's business. */
const LONGEST_TEXT = 60;
/** What fewer typed could tell who it was. */
const FEWEST = 3;
const MOST_SHOWN = 200;
const MOST_READ = 50_000;
const MOST_REMEMBERED = 20_000;

export interface UnmetSearch {
  text: string;
  count: number;
  days: number;
  lastOn: string;
}

/**
 * What people search for in vain, for the office (D11). One address counts once a day for a text: that is remembered
 * by a digest whose key never leaves this process and is thrown away at midnight.
 */
export function createUnmetSearches({ store, clock }: { store: UnmetSearchStore; clock: Clock }) {
  let remembered = { day: '', key: '', seen: new Set<string>() };

  function isFirst(text: string, from: string, day: string): boolean {
    if (remembered.day !== day || remembered.seen.size > MOST_REMEMBERED)
      remembered = { day, key: randomBytes(32).toString('hex'), seen: new Set() };
    const mark = createHmac('sha256', remembered.key).update(`${from}\n${text}`).digest('base64url');
    if (remembered.seen.has(mark)) return false;
    remembered.seen.add(mark);
    return true;
  }

  const removeOld: Job = {
    name: 'removeOldUnmetSearches',
    intervalMs: 86_400_000,
    run: () => store.removeBefore(addDays(today(clock), -KEPT_DAYS)),
  };

  return {
    /** Counts a search that found nothing; `from` only tells apart who typed, and is not kept. */
    async note(typed: string, from: string): Promise<void> {
      const text = foldText(typed).text.replaceAll(/\s+/g, ' ').trim();
      if (text === '' || [...text].length > LONGEST_TEXT || text.includes('@')) return;
      const day = today(clock);
      if (isFirst(text, from, day)) await store.count(text, day);
    },
    /** What at least three looked for, the most wanted first. */
    async shown(): Promise<UnmetSearch[]> {
      const days = await store.since(addDays(today(clock), -KEPT_DAYS), MOST_READ);
      const byText = Map.groupBy(days, ({ text }) => text);
      return [...byText]
        .map(([text, rows]) => ({
          text,
          count: rows.reduce((sum, { count }) => sum + count, 0),
          days: rows.length,
          lastOn: rows.reduce((last, { day }) => (day > last ? day : last), ''),
        }))
        .filter(({ count }) => count >= FEWEST)
        .sort((left, right) => right.count - left.count || (left.text < right.text ? -1 : 1))
        .slice(0, MOST_SHOWN);
    },
    removeOld,
  };
}

export type UnmetSearches = ReturnType<typeof createUnmetSearches>;
