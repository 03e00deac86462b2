import { compareIds } from '../ranking.ts';
import type { FindRequest, FoundListing } from '../searchIndex.ts';
import { bestOf, type Comparison } from './bestOf.ts';
import type { Columns } from './columns.ts';

/** One page of slots by a number of theirs, or by id; ties by id. */
export function sortSlots(
  columns: Columns,
  passing: number[],
  { sort, offset, limit }: FindRequest,
): FoundListing[] {
  const wanted = offset + limit;
  if (wanted === 0) return [];
  const byId: Comparison = (left, right) => compareIds(columns.idOf(left), columns.idOf(right));
  const best = sort ? bestByNumber(columns, passing, sort, wanted, byId) : bestOf(passing, byId, wanted);
  return best.slice(offset).map((slot) => ({ id: columns.idOf(slot), score: 0 }));
}

/** What has no value comes last in both directions. */
function bestByNumber(
  columns: Columns,
  passing: number[],
  { by, direction }: NonNullable<FindRequest['sort']>,
  wanted: number,
  byId: Comparison,
): number[] {
  const values = columns.number(by);
  if (!values) return bestOf(passing, byId, wanted);
  const sign = direction === 'ascending' ? 1 : -1;
  const sortKey = (slot: number) => {
    const value = values[slot] ?? Number.NaN;
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value * sign;
  };
  const compare: Comparison = (left, right) => {
    const [a, b] = [sortKey(left), sortKey(right)];
    return a === b ? byId(left, right) : a < b ? -1 : 1;
  };
  return bestOf(promising(passing, sortKey, wanted), compare, wanted);
}

/** Without most of those that cannot be among the first: what comes after `wanted` of the last ones, which tend to be new. */
function promising(passing: number[], sortKey: (slot: number) => number, wanted: number): number[] {
  if (passing.length <= wanted * 4) return passing;
  const sample = Float64Array.from(passing.slice(-wanted), sortKey).sort();
  const bound = sample.at(-1) ?? Number.POSITIVE_INFINITY;
  return passing.filter((slot) => sortKey(slot) <= bound);
}
