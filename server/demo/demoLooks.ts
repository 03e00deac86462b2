import { createHash } from 'node:crypto';
import type { Models } from '../../models/createModels.ts';
import { addDays, type Clock, today } from '../clock.ts';
import type { Services } from '../services.ts';

/** Days for which the listings of the demo were looked at. */
const DAYS = 45;
const MOST = 200;

interface LookParts {
  services: Pick<Services, 'stores' | 'funnel'>;
  models: Pick<Models, 'viewCounts'>;
  clock: Clock;
}

/** Lets the published listings of the demo have been looked at, always as often, so that the figures show something. */
export async function demoLooks({ services, models, clock }: LookParts): Promise<void> {
  const published = await services.stores.listings.published(null, { skip: 0, limit: MOST });
  const rows = published.flatMap(({ _id, publishedAt }) =>
    Array.from({ length: DAYS }, (_, ago) => addDays(today(clock), -ago))
      .filter((day) => publishedAt !== null && new Date(day) >= publishedAt)
      .map((day) => ({ _id: `${day}:${_id}`, listing: _id, day, count: looksOn(_id, day) }))
      .filter(({ count }) => count > 0),
  );
  await models.viewCounts.insertMany(rows);
  const firstDays = new Map(rows.map(({ listing, day }) => [listing, day]));
  for (const [listing, day] of firstDays) await services.funnel.reach(listing, 'viewed', day);
}

/** None on every other day, seldom more than four. */
function looksOn(reference: string, day: string): number {
  const [first = 0] = createHash('sha256').update(`${reference} ${day}`).digest();
  return Math.max(0, Math.round((first - 128) / 28));
}
