import { isPlainObject, MISSING, type Plain } from './bson.ts';
import { refused, storeError } from './errors.ts';
import { parseFilter } from './filter.ts';
import { areEqual, compareValues } from './keys.ts';
import { compileCondition } from './match.ts';
import type { Slot } from './updatePaths.ts';

/** Changes what is at a path; `path` is for messages. */
export type UpdateOperator = (slot: Slot, operand: unknown, path: string) => void;

export const UPDATE_OPERATORS: Record<string, UpdateOperator> = {
  $set: (slot, operand) => slot.write(operand),
  $setOnInsert: (slot, operand) => slot.write(operand),
  $unset: (slot) => slot.remove(),
  $inc(slot, operand, path) {
    const value = slot.read();
    if (typeof operand !== 'number')
      throw typeMismatch(`Cannot increment with a non-numeric argument: {${path}: …}`);
    if (value !== MISSING && typeof value !== 'number') {
      throw typeMismatch(`Cannot apply $inc to a value of non-numeric type, the field '${path}'`);
    }
    slot.write(value === MISSING ? operand : (value as number) + operand);
  },
  $min(slot, operand) {
    const value = slot.read();
    if (value === MISSING || compareValues(operand, value) < 0) slot.write(operand);
  },
  $max(slot, operand) {
    const value = slot.read();
    if (value === MISSING || compareValues(operand, value) > 0) slot.write(operand);
  },
  $push(slot, operand, path) {
    const { each, slice } = pushed(operand);
    const value = slot.read();
    const array = value === MISSING ? [] : existingArray(value, path, '$push');
    slot.write(sliced([...array, ...each], slice));
  },
  $addToSet(slot, operand, path) {
    const added = isModified(operand) ? eachOf(operand, '$addToSet', []) : [operand];
    const value = slot.read();
    const array = value === MISSING ? [] : [...existingArray(value, path, '$addToSet')];
    for (const element of added) {
      if (!array.some((existing) => areEqual(existing, element))) array.push(element);
    }
    slot.write(array);
  },
  $pull(slot, operand, path) {
    const value = slot.read();
    if (value === MISSING) return;
    const isPulled = pullTest(operand);
    slot.write(existingArray(value, path, '$pull').filter((element) => !isPulled(element)));
  },
};

function isModified(operand: unknown): operand is Plain {
  return isPlainObject(operand) && '$each' in operand;
}

function pushed(operand: unknown): { each: unknown[]; slice: number | null } {
  if (!isModified(operand)) return { each: [operand], slice: null };
  const each = eachOf(operand, '$push', ['$slice']);
  const slice = operand.$slice ?? null;
  if (slice !== null && !Number.isInteger(slice))
    throw storeError(2, 'BadValue', '$slice needs a whole number');
  return { each, slice: slice as number | null };
}

function eachOf(operand: Plain, operator: string, others: string[]): unknown[] {
  for (const key of Object.keys(operand)) {
    if (key !== '$each' && !others.includes(key)) throw refused(`${key} in ${operator}`);
  }
  if (!Array.isArray(operand.$each)) throw storeError(2, 'BadValue', `$each in ${operator} needs an array`);
  return operand.$each;
}

function sliced(array: unknown[], slice: number | null): unknown[] {
  if (slice === null) return array;
  if (slice === 0) return [];
  return slice < 0 ? array.slice(slice) : array.slice(0, slice);
}

/** An object is a filter on the elements (operators: on the element itself), anything else a value to be equal to. */
function pullTest(operand: unknown): (element: unknown) => boolean {
  if (!isPlainObject(operand)) return (element) => areEqual(element, operand);
  const [first] = Object.keys(operand);
  if (first?.startsWith('$')) {
    const test = compileCondition(parseFilter({ '': operand }));
    return (element) => test({ '': element });
  }
  const test = compileCondition(parseFilter(operand));
  return (element) => isPlainObject(element) && test(element);
}

function existingArray(value: unknown, path: string, operator: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw storeError(2, 'BadValue', `The field '${path}' must be an array for ${operator}`);
}

function typeMismatch(message: string) {
  return storeError(14, 'TypeMismatch', message);
}
