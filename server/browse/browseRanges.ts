import type { SearchFilter } from '../../search/searchIndex.ts';
import { FEN_PER_WAN } from '../catalogue/inputs/amounts.ts';
import { endOfDay, startOfDay } from '../clock.ts';
import type { Issue } from '../errors.ts';

/** What can be limited from below and above, in the order in which it stands beside the results. */
export const RANGE_NAMES = ['trl', 'price', 'published'] as const;
export type RangeName = (typeof RANGE_NAMES)[number];

const ENDS = ['from', 'to'] as const;
type End = (typeof ENDS)[number];

/** A bound as it stands in an address: a level 1–9, an amount in 万元, a day in Shanghai; both are included. */
export type BrowseRange = Partial<Record<End, string>>;
export type BrowseRanges = Partial<Record<RangeName, BrowseRange>>;

type Parameters = Readonly<Record<string, unknown>>;

interface RangeKind {
  /** The number of the index that is limited. */
  number: string;
  /** What was typed in the one spelling addresses use, or null when it says nothing of the kind. */
  read(typed: string): string | null;
  /** What the index compares with. */
  bound(value: string, end: End): number;
}

/** Six decimals of 万元 are one fen; nobody offers more than a million of them. */
const AMOUNT = /^(\d{1,7})(?:\.(\d{1,6}))?$/;
const MOST_WAN = 1_000_000;
const FIRST_YEAR = 1900;

export const rangeKinds: Record<RangeName, RangeKind> = {
  trl: {
    number: 'trl',
    read: (typed) => (/^[1-9]$/.test(typed) ? typed : null),
    bound: Number,
  },
  price: {
    number: 'price',
    read: (typed) => {
      const plain = typed.replaceAll(/[,\s]/g, '');
      return AMOUNT.test(plain) && Number(plain) <= MOST_WAN ? String(Number(plain)) : null;
    },
    bound: (value) => Math.round(Number(value) * FEN_PER_WAN),
  },
  published: { number: 'publishedAt', read: readDay, bound: dayBound },
};

export const RANGE_PARAMETERS = RANGE_NAMES.flatMap((name) => ENDS.map((end) => `${name}-${end}`));

function readDay(typed: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || Number(typed.slice(0, 4)) < FIRST_YEAR) return null;
  const day = new Date(`${typed}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(typed) ? typed : null;
}

function dayBound(day: string, end: End): number {
  return (end === 'from' ? startOfDay(day) : endOfDay(day)).getTime();
}

/** The ranges of an address, and what is wrong with it by parameter; an empty bound is no bound. */
export function readRanges(parameters: Parameters): { ranges: BrowseRanges; issues: Issue[] } {
  const ranges: BrowseRanges = {};
  const issues: Issue[] = [];
  for (const name of RANGE_NAMES) {
    const range: BrowseRange = {};
    for (const end of ENDS) {
      const typed = parameters[`${name}-${end}`] ?? '';
      const plain = typeof typed === 'string' ? typed.normalize('NFKC').trim() : null;
      if (plain === '') continue;
      const value = plain === null ? null : rangeKinds[name].read(plain);
      if (value === null) issues.push({ field: `${name}-${end}`, message: `browse:ranges.${name}.wrong` });
      else range[end] = value;
    }
    if (isInverted(name, range)) issues.push({ field: `${name}-to`, message: 'browse:ranges.inverted' });
    if (Object.keys(range).length > 0) ranges[name] = range;
  }
  return { ranges, issues };
}

function isInverted(name: RangeName, { from, to }: BrowseRange): boolean {
  if (from === undefined || to === undefined) return false;
  return rangeKinds[name].bound(from, 'from') > rangeKinds[name].bound(to, 'to');
}

/** Parameters of an address, in their order. */
export function rangeParameters(ranges: BrowseRanges): { name: string; value: string }[] {
  return RANGE_NAMES.flatMap((name) =>
    ENDS.flatMap((end) => {
      const value = ranges[name]?.[end];
      return value === undefined ? [] : [{ name: `${name}-${end}`, value }];
    }),
  );
}

/** As the index takes them. */
export function searchRanges(ranges: BrowseRanges): NonNullable<SearchFilter['ranges']> {
  const bounds = RANGE_NAMES.flatMap((name) => {
    const range = ranges[name];
    if (range === undefined) return [];
    const { number, bound } = rangeKinds[name];
    const limits = ENDS.flatMap((end) => {
      const value = range[end];
      return value === undefined ? [] : [[end, bound(value, end)]];
    });
    return [[number, Object.fromEntries(limits)]];
  });
  return Object.fromEntries(bounds);
}

export function withoutRange(ranges: BrowseRanges, name: RangeName): BrowseRanges {
  const { [name]: _dropped, ...others } = ranges;
  return others;
}
