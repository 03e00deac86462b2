import { checkStorable, isPlainObject, type Plain } from './bson.ts';
import { refused, storeError } from './errors.ts';
import { checkAnchored } from './regex.ts';

export type Comparison =
  | '$eq'
  | '$ne'
  | '$gt'
  | '$gte'
  | '$lt'
  | '$lte'
  | '$in'
  | '$nin'
  | '$exists'
  | '$regex';

export interface FieldCondition {
  kind: 'field';
  path: string;
  parts: string[];
  operator: Comparison;
  operand: unknown;
}

/** `$elemMatch`: `inner` holds for one element; `isOfValue` when it speaks of the element itself. */
export interface ElementCondition {
  kind: 'element';
  path: string;
  parts: string[];
  isOfValue: boolean;
  inner: Condition;
}

export type Condition = { kind: 'and' | 'or'; conditions: Condition[] } | FieldCondition | ElementCondition;

const COMPARISONS = new Set<string>(['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$exists']);

/**
 * Reads a filter that went through BSON. Only the operators of the subset get through.
 * @throws refused for every other one.
 */
export function parseFilter(filter: Plain): Condition {
  const conditions: Condition[] = [];
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and' || key === '$or') conditions.push(parseLogical(key, value));
    else if (key === '$comment') continue;
    else if (key.startsWith('$')) throw refused(`the filter operator ${key}`);
    else conditions.push(...parseField(key, value));
  }
  return joined(conditions);
}

function joined(conditions: Condition[]): Condition {
  const [only] = conditions;
  return only && conditions.length === 1 ? only : { kind: 'and', conditions };
}

function parseLogical(key: '$and' | '$or', value: unknown): Condition {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isPlainObject)) {
    throw storeError(2, 'BadValue', `${key} must be a nonempty array of filters`);
  }
  return { kind: key === '$and' ? 'and' : 'or', conditions: value.map(parseFilter) };
}

function parseField(path: string, value: unknown): Condition[] {
  if (value instanceof RegExp) return [regexCondition(path, value)];
  if (!isOperators(value)) return [comparison(path, '$eq', value)];
  const conditions: Condition[] = [];
  for (const [operator, operand] of Object.entries(value)) {
    if (COMPARISONS.has(operator)) conditions.push(comparison(path, operator as Comparison, operand));
    else if (operator === '$elemMatch') conditions.push(elementCondition(path, operand));
    else if (operator === '$regex') conditions.push(regexCondition(path, operand, value.$options));
    else if (operator === '$options' && '$regex' in value) continue;
    else throw refused(`the filter operator ${operator} (at '${path}')`);
  }
  return conditions;
}

function isOperators(value: unknown): value is Plain {
  if (!isPlainObject(value)) return false;
  const [first] = Object.keys(value);
  return first?.startsWith('$') ?? false;
}

function comparison(path: string, operator: Comparison, operand: unknown): FieldCondition {
  if (operator === '$in' || operator === '$nin') {
    if (!Array.isArray(operand)) throw storeError(2, 'BadValue', `${operator} needs an array (at '${path}')`);
    if (operand.some((value) => value instanceof RegExp)) throw refused(`regular expressions in ${operator}`);
  }
  if (operand instanceof RegExp) throw refused(`a regular expression as operand of ${operator}`);
  checkStorable(operand, path);
  return { kind: 'field', path, parts: path.split('.'), operator, operand };
}

function regexCondition(path: string, operand: unknown, options: unknown = undefined): FieldCondition {
  const source = operand instanceof RegExp ? operand.source : operand;
  if (typeof source !== 'string') throw storeError(2, 'BadValue', `$regex needs a string (at '${path}')`);
  const flags = options ?? (operand instanceof RegExp ? operand.flags : '');
  const expression = compileExpression(source, String(flags));
  checkAnchored(expression);
  return { kind: 'field', path, parts: path.split('.'), operator: '$regex', operand: expression };
}

function compileExpression(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    throw storeError(51091, 'Location51091', `the regular expression /${source}/${flags} is not valid`);
  }
}

function elementCondition(path: string, operand: unknown): ElementCondition {
  if (!isPlainObject(operand)) throw storeError(2, 'BadValue', `$elemMatch needs an object (at '${path}')`);
  const isOfValue = isOperators(operand) && !('$and' in operand) && !('$or' in operand);
  const inner = isOfValue ? joined(parseField('', operand)) : parseFilter(operand);
  return { kind: 'element', path, parts: path.split('.'), isOfValue, inner };
}
