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
 * Passes slots through a filter and counts facets. A facet is counted over what passes all conditions but its own,
 * so that a count says what choosing one more value would give. `isEverything` when the slots are all there are.
 */
export function filterAndCount(
  columns: Columns,
  slots: number[],
  filter: SearchFilter,
  countedFacets: string[],
  isEverything = false,
): Counted {
  const conditions = facetConditions(columns, filter);
  const ranges = rangeConditions(columns, filter);
  if (isEverything && conditions.length === 0 && ranges.length === 0) {
    const totals = countedFacets.map((name) => [name, countAll(columns, columnName(name))]);
    return { passing: slots, facets: Object.fromEntries(totals) };
  }
  const { passing, failingOnly } = sieve(slots, conditions, ranges);
  const facets = countedFacets.map((name): [string, Record<string, number>] => {
    const column = columnName(name);
    const own = conditions.findIndex((condition) => condition.name === column);
    return [name, countFacet(columns, column, [passing, failingOnly[own] ?? []])];
  });
  return { passing, facets: Object.fromEntries(facets) };
}

/** Slots that pass, and for each facet condition those that fail it and nothing else. */
function sieve(slots: number[], conditions: FacetCondition[], ranges: RangeCondition[]) {
  const passing: number[] = [];
  const failingOnly: number[][] = conditions.map(() => []);
  if (conditions.length === 0 && ranges.length === 0) return { passing: slots, failingOnly };
  for (const slot of slots) {
    if (!isInRanges(ranges, slot)) continue;
    const failing = failingCondition(conditions, slot);
    if (failing === NONE) passing.push(slot);
    else if (failing !== MANY) failingOnly[failing]?.push(slot);
  }
  return { passing, failingOnly };
}

function countFacet(columns: Columns, name: string, lists: number[][]): Record<string, number> {
  const column = columns.facet(name);
  if (!column) return {};
  const setOfSlots = column.setOfSlots();
  const counts = new Uint32Array(column.setCount());
  for (const slots of lists) {
    for (const slot of slots) {
      const set = setOfSlots[slot] ?? 0;
      counts[set] = (counts[set] ?? 0) + 1;
    }
  }
  return column.countCodes(counts);
}

function countAll(columns: Columns, name: string): Record<string, number> {
  const column = columns.facet(name);
  return column ? column.countCodes(column.totals()) : {};
}

/** A test for single slots, where nothing is counted. */
export function createFilterTest(columns: Columns, filter: SearchFilter): (slot: number) => boolean {
  const conditions = facetConditions(columns, filter);
  const ranges = rangeConditions(columns, filter);
  return (slot) => isInRanges(ranges, slot) && failingCondition(conditions, slot) === NONE;
}

const NONE = -1;
const MANY = -2;

/** Which condition a slot fails: none, the one at an index, or many. */
function failingCondition(conditions: FacetCondition[], slot: number): number {
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

/** The kind of a document is a facet as well. */
function columnName(facet: string): string {
  return facet === 'kind' ? KIND_FACET : facet;
}
