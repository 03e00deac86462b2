/**
 * What happens to a listing that its owner does not confirm, by days since the last confirmation (D7). Reminders go
 * out before the end (`listingJobs.ts`); the share confirmed within the first span is public on the home page.
 */
export const FRESHNESS_RULES = [
  { afterDays: 90, effect: 'not-counted' },
  { afterDays: 180, effect: 'ranks-behind' },
  { afterDays: 365, effect: 'expires' },
] as const;

export type FreshnessEffect = (typeof FRESHNESS_RULES)[number]['effect'];

/** The days after which an effect sets in. */
export function daysUntil(effect: FreshnessEffect): number {
  const rule = FRESHNESS_RULES.find((candidate) => candidate.effect === effect);
  if (rule === undefined) throw new Error(`No rule of freshness says ${effect}`);
  return rule.afterDays;
}
