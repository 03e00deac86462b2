import type { Language } from '../localized.ts';
import { type RegionEntry, regions } from './regions.ts';

/** Lengths of a province, a city and a district. */
const LEVELS = [2, 4, 6] as const;

/**
 * A region with everything it lies in, widest first: `370102` -> `['37', '3701', '370102']`.
 * Six-digit codes of the standard (`370000`, `370100`) are understood too. Empty when the code is unknown.
 */
export function regionPath(code: string): string[] {
  const short = withoutZeros(code);
  if (!regions.has(short)) return [];
  return LEVELS.filter((length) => length <= short.length)
    .map((length) => short.slice(0, length))
    .filter((step) => regions.has(step));
}

function withoutZeros(code: string): string {
  if (!/^\d{6}$/.test(code)) return code;
  return code.replace(/(?:00){1,2}$/, '');
}

/** The name of a region; with `full`, behind the regions it lies in ("山东省济南市历下区", "Lixia, Jinan, Shandong"). */
export function regionLabel(code: string, language: Language, { full = false } = {}): string {
  const path = regionPath(code);
  if (!full || path.length === 0) return regions.label(path.at(-1) ?? code, language);
  const names = path.map((step) => regions.label(step, language));
  return language === 'zh' ? names.join('') : names.reverse().join(', ');
}

/** Whether a path lies in the region with this code (a region lies in itself). */
export function isWithin(path: readonly string[], code: string): boolean {
  return path.includes(withoutZeros(code));
}

/** The regions directly below one, in the order of the table; without a code, the provinces. */
export function regionChildren(code: string | null): RegionEntry[] {
  const parent = code === null ? '' : withoutZeros(code);
  return regions.entries.filter(
    (entry) => entry.code.startsWith(parent) && entry.code.length === parent.length + 2,
  );
}

/** Whether the code was in use on a day (`YYYY-MM-DD`); statistics of past years need codes since merged. */
export function isRegionInUse(code: string, day: string): boolean {
  const entry = regions.find(withoutZeros(code));
  if (entry === null) return false;
  return entry.validTo === undefined || day.slice(0, entry.validTo.length) <= entry.validTo;
}
