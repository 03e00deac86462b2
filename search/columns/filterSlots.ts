import type { SearchFilter } from '../searchIndex.ts';
import { type Columns, KIND_FACET } from './columns.ts';

interface FacetCondition {
  name: string;
  setOfSlots: Uint32Array;
  /** By set; empty when no document has the facet. */
  allowed: Uint8Array;
}

interface RangeCondition {
  values: Float64Array | undefined;
  from: number;
  to: number;
}

export interface Counted {
  /** Slots that pass the whole filter, in the order given. */
  passing: number[];
  facets: Record<string, Record<string, number>>;
}

/**
 * Passes slots through a filter and counts facets on the way. A facet is counted over what passes all
 * conditions but its own, so that a count says what choosing one more value would give.
 */
export function filterAndCount(
  columns: Columns,
  slots: Iterable<number>,
  filter: SearchFilter,
  countedFacets: string[],
): Counted {
  const conditions = facetConditions(columns, filter);
  const ranges = rangeConditions(columns, filter);
  const tallies = countedFacets.map((name) => createTally(columns, name, conditions));
  const passing: number[] = [];
  for (const slot of slots) {
    if (!isInRanges(ranges, slot)) continue;
    const failing = firstTwoFailing(conditions, slot);
    if (failing === MANY) continue;
    for (const tally of tallies) if (failing === NONE || failing === tally.own) tally.add(slot);
    if (failing === NONE) passing.push(slot);
  }
  return { passing, facets: Object.fromEntries(tallies.map((tally) => [tally.name, tally.counts()])) };
}

/** A test for single slots, where nothing is counted. */
export function createFilterTest(columns: Columns, filter: SearchFilter): (slot: number) => boolean {
  const conditions = facetConditions(columns, filter);
  const ranges = rangeConditions(columns, filter);
  return (slot) => isInRanges(ranges, slot) && firstTwoFailing(conditions, slot) === NONE;
}

const NONE = -1;
const MANY = -2;

/** Which condition a slot fails: none, the one at an index, or many. */
function firstTwoFailing(conditions: FacetCondition[], slot: number): number {
  let failing = NONE;
  for (let index = 0; index < conditions.length; index += 1) {
    const condition = conditions[index];
    if (!condition || condition.allowed[condition.setOfSlots[slot] ?? 0] === 1) continue;
    if (failing !== NONE) return MANY;
    failing = index;
  }
  return failing;
}

function isInRanges(ranges: RangeCondition[], slot: number): boolean {
  for (const { values, from, to } of ranges) {
    const value = values?.[slot];
    if (value === undefined || !(value >= from && value <= to)) return false;
  }
  return true;
}

function facetConditions(columns: Columns, { kinds, facets = {} }: SearchFilter): FacetCondition[] {
  const { kind, ...others } = facets;
  const ofKind = [...(kinds ? [kinds] : []), ...(kind ? [kind] : [])].map((codes): [string, string[]] => [
    KIND_FACET,
    codes,
  ]);
  return [...ofKind, ...Object.entries(others)]
    .filter(([, codes]) => codes.length > 0)
    .map(([name, codes]) => {
      const column = columns.facet(name);
      return {
        name,
        setOfSlots: column?.setOfSlots() ?? new Uint32Array(0),
        allowed: column?.allowing(codes) ?? new Uint8Array(1),
      };
    });
}

function rangeConditions(columns: Columns, { ranges }: SearchFilter): RangeCondition[] {
  return Object.entries(ranges ?? {}).map(([name, { from, to }]) => ({
    values: columns.number(name),
    from: from ?? Number.NEGATIVE_INFINITY,
    to: to ?? Number.POSITIVE_INFINITY,
  }));
}

function createTally(columns: Columns, name: string, conditions: FacetCondition[]) {
  const column = columns.facet(name === 'kind' ? KIND_FACET : name);
  const setOfSlots = column?.setOfSlots() ?? new Uint32Array(0);
  const counts = new Uint32Array(column?.setCount() ?? 1);
  return {
    name,
    own: conditions.findIndex((condition) => condition.name === (name === 'kind' ? KIND_FACET : name)),
    add(slot: number): void {
      const set = setOfSlots[slot] ?? 0;
      counts[set] = (counts[set] ?? 0) + 1;
    },
    counts: () => column?.countCodes(counts) ?? {},
  };
}
