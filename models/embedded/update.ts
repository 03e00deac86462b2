import { checkStorable, isPlainObject, MISSING, newObjectId, ownValue, type Plain } from './bson.ts';
import { refused, storeError } from './errors.ts';
import type { Condition } from './filter.ts';
import { areEqual } from './keys.ts';
import { conjuncts } from './predicates.ts';
import { type Change, UPDATE_OPERATORS } from './updateOperators.ts';
import { slotAt } from './updatePaths.ts';

interface Step {
  operator: string;
  path: string;
  operand: unknown;
  change: Change;
}

/** A checked update: operators on paths, or a whole new document. */
export type Update = { steps: Step[] } | { replacement: Plain };

/** @throws refused for operators outside the subset; code 40 when two paths are in each other's way. */
export function parseUpdate(update: unknown): Update {
  if (Array.isArray(update)) throw refused('updates by an aggregation pipeline');
  if (!isPlainObject(update)) throw storeError(9, 'FailedToParse', 'an update must be an object');
  const steps: Step[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    if (!operator.startsWith('$'))
      throw storeError(9, 'FailedToParse', `'${operator}' is not an update operator`);
    const prepare = Object.hasOwn(UPDATE_OPERATORS, operator) ? UPDATE_OPERATORS[operator] : undefined;
    if (!prepare) throw refused(`the update operator ${operator}`);
    if (!isPlainObject(fields)) throw storeError(9, 'FailedToParse', `${operator} needs an object of fields`);
    for (const [path, operand] of Object.entries(fields)) {
      steps.push({ operator, path, operand, change: prepare(operand, path) });
    }
  }
  checkPaths(steps);
  return { steps };
}

export function parseReplacement(replacement: unknown): Update {
  if (!isPlainObject(replacement)) throw storeError(9, 'FailedToParse', 'a replacement must be an object');
  const operator = Object.keys(replacement).find((key) => key.startsWith('$'));
  if (operator)
    throw storeError(52, 'DollarPrefixedFieldName', `a replacement cannot have the field '${operator}'`);
  checkStorable(replacement, '');
  return { replacement };
}

/** Sorts the steps as MongoDB does, by path, so that new fields come in the same order. */
function checkPaths(steps: Step[]): void {
  for (const { operator, path, operand } of steps) {
    if (path === '' || path.split('.').includes(''))
      throw storeError(56, 'EmptyFieldName', `'${path}' has an empty part`);
    if (path.includes('$')) throw refused(`the positional update of '${path}'`);
    if (operator !== '$pull') checkStorable(operand, path);
  }
  steps.sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0));
  const taken = new Set<string>();
  for (const { path } of steps) {
    const parts = path.split('.');
    const other = parts.map((_, at) => parts.slice(0, at + 1).join('.')).find((prefix) => taken.has(prefix));
    if (other) {
      throw storeError(
        40,
        'ConflictingUpdateOperators',
        `Updating '${path}' would create a conflict at '${other}'`,
      );
    }
    taken.add(path);
  }
}

/** The document after the update; the given one may be changed in place. @throws code 66 when `_id` would change. */
export function applyUpdate(document: Plain, update: Update): Plain {
  const id = document._id;
  if ('replacement' in update) {
    const { _id = id, ...fields } = update.replacement;
    checkId(id, _id);
    return { _id: id, ...fields };
  }
  for (const { operator, path, change } of update.steps) {
    if (operator !== '$setOnInsert') change(slotAt(document, path));
  }
  checkId(id, ownValue(document, '_id'));
  return document;
}

function checkId(before: unknown, after: unknown): void {
  if (after !== MISSING && areEqual(before, after)) return;
  throw storeError(66, 'ImmutableField', "an update must not change the field '_id'");
}

/** The document an upsert inserts: what the filter asks for by equality, then the update. */
export function upsertedDocument(condition: Condition, update: Update): Plain {
  const base: Plain = {};
  for (const part of conjuncts(condition)) {
    if (part.kind === 'field' && part.operator === '$eq') slotAt(base, part.path).write(part.operand);
  }
  const filled = 'replacement' in update ? replaced(base, update.replacement) : updated(base, update.steps);
  const { _id = newObjectId(), ...fields } = filled;
  return { _id, ...fields };
}

function replaced(base: Plain, replacement: Plain): Plain {
  if (Object.hasOwn(base, '_id') && Object.hasOwn(replacement, '_id')) checkId(base._id, replacement._id);
  return Object.hasOwn(base, '_id') ? { ...replacement, _id: base._id } : { ...replacement };
}

function updated(base: Plain, steps: Step[]): Plain {
  const id = base._id;
  for (const { path, change } of steps) change(slotAt(base, path));
  if (id !== undefined) checkId(id, ownValue(base, '_id'));
  return base;
}
