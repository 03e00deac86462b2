import type { Index } from './indexes.ts';
import type { Branch } from './plan.ts';
import type { Predicate } from './predicates.ts';
import type { SortField } from './sort.ts';

/**
 * How far a stretch of an index, whose first `points` fields have one value each, is in the order
 * asked for, and whether it has to be read backwards.
 */
export function orderOf(
  index: Index,
  points: number,
  predicates: Predicate[],
  sort: SortField[],
): Pick<Branch, 'isReverse' | 'order'> {
  if (sort.length === 0) return { isReverse: false, order: 'full' };
  const wanted = openFields(index, points, predicates, sort);
  const given = rest(index, points);
  const isReverse = wanted[0]?.direction !== given[0]?.direction;
  let equal = 0;
  while (equal < wanted.length && isSame(wanted[equal], given[equal], isReverse)) equal++;
  if (equal === wanted.length) return { isReverse: isReverse && equal > 0, order: 'full' };
  if (equal === 0) return { isReverse: false, order: 'none' };
  return { isReverse, order: { fields: wanted.slice(0, equal) } };
}

interface GivenField {
  path: string;
  direction: number;
  hasArrays: boolean;
}

function isSame(wanted: SortField | undefined, given: GivenField | undefined, isReverse: boolean): boolean {
  if (!wanted || !given || given.hasArrays || wanted.path !== given.path) return false;
  return (wanted.direction !== given.direction) === isReverse;
}

/** The fields of the sort that still decide something: not those with one value, nor any after `_id`. */
function openFields(index: Index, points: number, predicates: Predicate[], sort: SortField[]): SortField[] {
  const fixed = new Set<string>();
  index.fields.slice(0, points).forEach(({ path }, at) => {
    // A field bound by `$in` is fixed within each stretch, an array field is not.
    if (!index.arrayFields[at]) fixed.add(path);
  });
  for (const { path, operator, operand } of predicates) {
    if (operator === '$eq' && path === '_id' && typeof operand === 'string') fixed.add(path);
  }
  const open = sort.filter(({ path }) => !fixed.has(path));
  const end = open.findIndex(({ path }) => path === '_id');
  return end < 0 ? open : open.slice(0, end + 1);
}

/** The order within the stretch: the fields that follow, then `_id` in the direction of the last one. */
function rest(index: Index, points: number): GivenField[] {
  const fields = index.fields.map(({ path, direction }, at) => ({
    path,
    direction,
    hasArrays: index.arrayFields[at] ?? false,
  }));
  const last = fields.at(-1)?.direction ?? 1;
  if (!fields.some(({ path }) => path === '_id'))
    fields.push({ path: '_id', direction: last, hasArrays: false });
  return fields.slice(points);
}
