import { isPlainObject, MISSING, type Plain } from './bson.ts';
import { refused, storeError } from './errors.ts';
import { parseFilter } from './filter.ts';
import { areEqual, compareValues } from './keys.ts';
import { compileCondition } from './match.ts';
import type { Slot } from './updatePaths.ts';

export type Change = (slot: Slot) => void;

/** Checks the operand once; what comes back changes one document. `path` is for messages. */
type UpdateOperator = (operand: unknown, path: string) => Change;

const setValue: UpdateOperator = (operand) => (slot) => slot.write(operand);

export const UPDATE_OPERATORS: Record<string, UpdateOperator> = {
  $set: setValue,
  $setOnInsert: setValue,
  $unset: () => (slot) => slot.remove(),
  $inc: increment,
  $min: (operand) => (slot) => {
    const value = slot.read();
    if (value === MISSING || compareValues(operand, value) < 0) slot.write(operand);
  },
  $max: (operand) => (slot) => {
    const value = slot.read();
    if (value === MISSING || compareValues(operand, value) > 0) slot.write(operand);
  },
  $push(operand, path) {
    const { each, slice } = pushed(operand);
    return (slot) => slot.write(sliced([...arrayIn(slot, path, '$push'), ...each], slice));
  },
  $addToSet(operand, path) {
    const added = isModified(operand) ? eachOf(operand, '$addToSet', []) : [operand];
    return (slot) => {
      const array = [...arrayIn(slot, path, '$addToSet')];
      for (const element of added) {
        if (!array.some((existing) => areEqual(existing, element))) array.push(element);
      }
      slot.write(array);
    };
  },
  $pull(operand, path) {
    const isPulled = pullTest(operand);
    return (slot) => {
      if (slot.read() === MISSING) return;
      slot.write(arrayIn(slot, path, '$pull').filter((element) => !isPulled(element)));
    };
  },
};

function increment(operand: unknown, path: string): Change {
  if (typeof operand !== 'number') {
    throw storeError(14, 'TypeMismatch', `Cannot increment '${path}' with a non-numeric argument`);
  }
  return (slot) => {
    const value = slot.read();
    if (value !== MISSING && typeof value !== 'number') {
      throw storeError(14, 'TypeMismatch', `Cannot apply $inc to the field '${path}', which is not a number`);
    }
    slot.write(value === MISSING ? operand : (value as number) + operand);
  };
}

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
  if (operand instanceof RegExp) return pullTest({ $regex: operand });
  if (!isPlainObject(operand)) return (element) => areEqual(element, operand);
  if (Object.keys(operand)[0]?.startsWith('$')) {
    const test = compileCondition(parseFilter({ '': operand }));
    return (element) => test({ '': element });
  }
  const test = compileCondition(parseFilter(operand));
  return (element) => isPlainObject(element) && test(element);
}

/** The array at the place, empty when there is nothing. @throws code 2 when there is something else. */
function arrayIn(slot: Slot, path: string, operator: string): unknown[] {
  const value = slot.read();
  if (value === MISSING) return [];
  if (Array.isArray(value)) return value;
  throw storeError(2, 'BadValue', `The field '${path}' must be an array for ${operator}`);
}
