import type { Comparison, Condition } from './filter.ts';

/** A condition on one path that every matching document fulfils, so an index may be searched by it. */
export interface Predicate {
  path: string;
  operator: Comparison;
  operand: unknown;
  /** Predicates of one `$elemMatch` speak of the same element; 0 means "of any element". */
  group: number;
  /** The condition it stands for in full; null inside `$elemMatch`, which says more than its parts. */
  condition: Condition | null;
}

/** The parts of a filter that all have to hold. */
export function conjuncts(condition: Condition): Condition[] {
  if (condition.kind !== 'and') return [condition];
  return condition.conditions.flatMap(conjuncts);
}

export function predicatesOf(conditions: readonly Condition[]): Predicate[] {
  let groups = 0;
  return conditions.flatMap((condition): Predicate[] => {
    if (condition.kind === 'field') return [{ ...condition, group: 0, condition }];
    if (condition.kind !== 'element') return [];
    groups++;
    const group = groups;
    const inner = predicatesOf(conjuncts(condition.inner)).filter(isPositive);
    return inner.map(({ path, operator, operand }) => ({
      path: condition.isOfValue ? condition.path : `${condition.path}.${path}`,
      operator,
      operand,
      group,
      condition: null,
    }));
  });
}

/** "One element is not x" says nothing about the keys of the other elements, but does not exclude any either. */
function isPositive({ operator, operand }: Predicate): boolean {
  return operator !== '$ne' && operator !== '$nin' && !(operator === '$exists' && !operand);
}
