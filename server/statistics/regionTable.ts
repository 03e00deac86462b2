import type { Publication } from '../../models/records.ts';
import type { Language } from '../localized.ts';
import { isWithin, regionChildren, regionLabel, regionPath } from '../vocabulary/regionPath.ts';

/** Discarded drafts are not there any more. */
export type StateCounts = Record<Exclude<Publication, 'discarded'>, number>;

/** A region with its listings by state; `code` is null for those of the wider region that name none of its parts. */
export interface RegionRow {
  code: string | null;
  states: StateCounts;
}

/**
 * Counts by state for the parts of a scope: several regions are their own parts, one is divided into what lies
 * directly below it, everywhere (null) into provinces. Parts without a listing are left out.
 */
export async function countByRegion(
  scope: readonly string[] | null,
  count: (regions: string[] | null) => Promise<StateCounts>,
): Promise<RegionRow[]> {
  const only = scope?.length === 1 ? (scope[0] ?? null) : null;
  const codes = scope === null || only !== null ? regionChildren(only).map(({ code }) => code) : [...scope];
  const total = await count(scope === null ? null : [...scope]);
  const rows = await Promise.all(codes.map(async (code) => ({ code, states: await count([code]) })));
  const rest = Object.fromEntries(
    Object.entries(total).map(([state, number]) => [
      state,
      number - rows.reduce((sum, { states }) => sum + states[state as keyof StateCounts], 0),
    ]),
  ) as StateCounts;
  // A listing lies in one part only, unless somebody's regions lie within each other; then nothing is left over.
  return [...rows, { code: null, states: rest }].filter(({ states }) => sumOf(states) > 0);
}

export function sumOf(states: StateCounts): number {
  return Object.values(states).reduce((sum, number) => sum + number, 0);
}

/** The regions a desk may be narrowed to from here; a narrowing outside its own regions is none of its business. */
export function canNarrowTo(region: string, regions: readonly string[] | null): boolean {
  const path = regionPath(region);
  return (
    regionChildren(region).length > 0 && (regions === null || regions.some((own) => isWithin(path, own)))
  );
}

export function regionName({ code }: RegionRow, language: Language, elsewhere: string): string {
  return code === null ? elsewhere : regionLabel(code, language);
}
