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
  const byId: Comparison = (left, right) => compareIds(columns.idOf(left), columns.idOf(right));
  const compare = sort ? comparing(columns.number(sort.by), sort.direction, byId) : byId;
  // New documents tend to have high slots and high dates: begun at the end, most of the rest is refused at once.
  const likelyFirst = sort?.direction === 'descending' ? passing.toReversed() : passing;
  return bestOf(likelyFirst, compare, offset + limit)
    .slice(offset)
    .map((slot) => ({ id: columns.idOf(slot), score: 0 }));
}

/** What has no value comes last in both directions. */
function comparing(
  values: Float64Array | undefined,
  direction: 'ascending' | 'descending',
  byId: Comparison,
): Comparison {
  const sign = direction === 'ascending' ? 1 : -1;
  const missing = direction === 'ascending' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const sortKey = (slot: number) => {
    const value = values?.[slot] ?? Number.NaN;
    return Number.isNaN(value) ? missing : value;
  };
  return (left, right) => {
    const [a, b] = [sortKey(left), sortKey(right)];
    return a === b ? byId(left, right) : (a < b ? -1 : 1) * sign;
  };
}
