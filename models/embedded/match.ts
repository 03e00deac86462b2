import { isPlainObject, MISSING, ownValue, type Plain } from './bson.ts';
import type { Condition, ElementCondition, FieldCondition } from './filter.ts';
import { areEqual, compareValues, TYPE, typeOf } from './keys.ts';

export type Test = (value: unknown) => boolean;

/**
 * The test of a condition, with MongoDB's meaning of paths through arrays, null and missing. Written
 * here and not taken from mingo, because index, order and match must agree in every detail.
 */
export function compileCondition(condition: Condition): (document: Plain) => boolean {
  if (condition.kind === 'field') return fieldTest(condition);
  if (condition.kind === 'element') return elementTest(condition);
  const tests = condition.conditions.map(compileCondition);
  if (condition.kind === 'and') return (document) => tests.every((test) => test(document));
  return (document) => tests.some((test) => test(document));
}

function fieldTest({ parts, operator, operand }: FieldCondition): (document: Plain) => boolean {
  const test = valueTest(operator, operand);
  const isNegated = negates(operator, operand);
  return (document) => hasValueAt(document, parts, 0, test, true) !== isNegated;
}

/** `$ne`, `$nin` and "does not exist" are the opposite of the whole, not of one value. */
function negates(operator: string, operand: unknown): boolean {
  return operator === '$ne' || operator === '$nin' || (operator === '$exists' && !operand);
}

function elementTest({ parts, isOfValue, inner }: ElementCondition): (document: Plain) => boolean {
  const test = isOfValue ? elementValueTest(inner) : objectTest(inner);
  const isMatching: Test = (value) => Array.isArray(value) && value.some(test);
  return (document) => hasValueAt(document, parts, 0, isMatching, false);
}

function objectTest(inner: Condition): Test {
  const test = compileCondition(inner);
  return (value) => isPlainObject(value) && test(value);
}

function elementValueTest(inner: Condition): Test {
  if (inner.kind === 'and') {
    const tests = inner.conditions.map(elementValueTest);
    return (value) => tests.every((test) => test(value));
  }
  if (inner.kind !== 'field') {
    const test = compileCondition(inner);
    return (value) => test({ '': value });
  }
  const test = valueTest(inner.operator, inner.operand);
  const isNegated = negates(inner.operator, inner.operand);
  return (value) => test(value) !== isNegated;
}

/**
 * Whether a value at the path passes. Elements of arrays on the way are looked into when they are
 * objects; with `isExpanding` an array at the end counts with each element and as a whole.
 */
export function hasValueAt(
  from: Plain,
  parts: string[],
  start: number,
  test: Test,
  isExpanding: boolean,
): boolean {
  let value: unknown = from;
  let at = start;
  for (; at < parts.length; at++) {
    if (Array.isArray(value)) break;
    if (!isPlainObject(value)) return test(MISSING);
    value = ownValue(value, parts[at] ?? '');
    if (value === MISSING) return test(MISSING);
  }
  if (!Array.isArray(value)) return test(value);
  if (at === parts.length) return (isExpanding && value.some(test)) || test(value);
  return hasElementValue(value, parts, at, test, isExpanding);
}

function hasElementValue(
  array: unknown[],
  parts: string[],
  at: number,
  test: Test,
  isExpanding: boolean,
): boolean {
  for (const element of array) {
    if (isPlainObject(element) && hasValueAt(element, parts, at, test, isExpanding)) return true;
  }
  const position = parts[at] ?? '';
  if (!/^\d+$/.test(position) || Number(position) >= array.length) return false;
  // `tags.0`: the part is a position; what follows is looked for in that element.
  return hasValueAt({ [position]: array[Number(position)] }, parts, at, test, isExpanding);
}

function valueTest(operator: string, operand: unknown): Test {
  if (operator === '$eq' || operator === '$ne') return equalTest(operand);
  if (operator === '$in' || operator === '$nin') return memberTest(operand as unknown[]);
  if (operator === '$exists') return (value) => value !== MISSING;
  if (operator === '$regex') return (value) => typeof value === 'string' && (operand as RegExp).test(value);
  return rangeTest(operator, operand);
}

function equalTest(operand: unknown): Test {
  if (operand === null) return (value) => value === null || value === MISSING;
  return (value) => value !== MISSING && areEqual(value, operand);
}

function memberTest(operands: unknown[]): Test {
  const strings = new Set(operands.filter((operand) => typeof operand === 'string'));
  const others = operands.filter((operand) => typeof operand !== 'string').map(equalTest);
  return (value) => (typeof value === 'string' ? strings.has(value) : others.some((test) => test(value)));
}

function rangeTest(operator: string, operand: unknown): Test {
  const type = typeOf(operand);
  const isEqualEnough = operator === '$gte' || operator === '$lte';
  if (type === TYPE.null) return isEqualEnough ? equalTest(null) : () => false;
  if (Number.isNaN(operand)) return isEqualEnough ? (value) => Number.isNaN(value) : () => false;
  const sign = operator === '$gt' || operator === '$gte' ? 1 : -1;
  return (value) => {
    if (typeOf(value) !== type || Number.isNaN(value)) return false;
    const order = compareValues(value, operand) * sign;
    return order > 0 || (isEqualEnough && order === 0);
  };
}
