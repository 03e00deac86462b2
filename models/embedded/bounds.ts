import { type Direction, encodeKey, encodeValue, TYPE, typeOf } from './keys.ts';
import type { Predicate } from './predicates.ts';
import { literalPrefix } from './regex.ts';

/** Keys from `low` up to but without `high`. */
export interface Range {
  low: Buffer;
  high: Buffer;
  /** The one key in between, where there can be only one. */
  point?: Buffer;
}

/** Where one field of an index has to lie: single values, or ranges of values. */
export type FieldBounds = { points: Buffer[]; exact: Predicate[] } | { ranges: Range[]; exact: Predicate[] };

/** Every key goes on with a byte between these two after any value. */
const BEFORE_REST = Buffer.from([0x01]);
const AFTER_REST = Buffer.from([0xff]);
const INDEXED = new Set<number>([
  TYPE.null,
  TYPE.number,
  TYPE.string,
  TYPE.binary,
  TYPE.objectId,
  TYPE.boolean,
  TYPE.date,
]);

export interface BoundedField {
  direction: Direction;
  hasArrays: boolean;
  isSparse: boolean;
}

/** All keys that begin with `prefix`. */
export function rangeOfPrefix(prefix: Buffer): Range {
  return { low: Buffer.concat([prefix, BEFORE_REST]), high: Buffer.concat([prefix, AFTER_REST]) };
}

/** The narrowest bounds the predicates on a field allow, or null when they allow none. */
export function boundsOfField(predicates: readonly Predicate[], field: BoundedField): FieldBounds | null {
  return pointBounds(predicates, field) ?? rangeBounds(predicates, field) ?? presentBounds(predicates, field);
}

function pointBounds(
  predicates: readonly Predicate[],
  { direction, isSparse }: BoundedField,
): FieldBounds | null {
  const usable = predicates.filter((predicate) => isPoint(predicate, isSparse));
  const chosen = usable.find(({ operator }) => operator === '$eq') ?? usable[0];
  if (!chosen) return null;
  const values = chosen.operator === '$in' ? (chosen.operand as unknown[]) : [chosen.operand];
  const keys = new Map(
    values.map((value) => {
      const key = encodeKey([value], [direction]);
      return [key.toString('latin1'), key];
    }),
  );
  const points = [...keys.values()].sort(Buffer.compare);
  // Null and missing share a key, so what the index finds for null has to be looked at again.
  const isExact = values.every((value) => value !== null && typeOf(value) !== TYPE.object);
  return { points, exact: isExact ? [chosen] : [] };
}

function isPoint({ operator, operand }: Predicate, isSparse: boolean): boolean {
  if (operator === '$in') return (operand as unknown[]).every((value) => isIndexedValue(value, isSparse));
  if (operator === '$eq') return isIndexedValue(operand, isSparse);
  return (operator === '$gte' || operator === '$lte') && operand === null && !isSparse;
}

/** Arrays are indexed by their elements, and a sparse index does not hold what is missing. */
function isIndexedValue(value: unknown, isSparse: boolean): boolean {
  const type = typeOf(value);
  return (INDEXED.has(type) || type === TYPE.object) && !(isSparse && type === TYPE.null);
}

function rangeBounds(predicates: readonly Predicate[], field: BoundedField): FieldBounds | null {
  const usable = predicates.filter(isRange);
  const [first] = usable;
  if (!first) return null;
  const type = rangeType(first);
  // Two bounds on an array may be met by two different elements, unless $elemMatch ties them together.
  const isTogether = (other: Predicate) =>
    !field.hasArrays || (first.group > 0 && other.group === first.group);
  const joined = usable.filter(
    (other) => other === first || (rangeType(other) === type && isTogether(other)),
  );
  const ends = joined.map(endsOf).reduce((left, right) => ({
    low: isBefore(left.low, right.low) ? right.low : left.low,
    high: isBefore(left.high, right.high) ? left.high : right.high,
  }));
  const range =
    field.direction === 1
      ? { low: ascendingBytes(ends.low), high: ascendingBytes(ends.high) }
      : { low: descendingBytes(ends.high), high: descendingBytes(ends.low) };
  const exact = joined.filter(
    ({ operator, operand }) => operator !== '$regex' || isPurePrefix(operand as RegExp),
  );
  return { ranges: [range], exact };
}

function isBefore(left: End, right: End): boolean {
  return Buffer.compare(ascendingBytes(left), ascendingBytes(right)) < 0;
}

function isRange({ operator, operand }: Predicate): boolean {
  if (operator === '$regex') return true;
  if (!['$gt', '$gte', '$lt', '$lte'].includes(operator)) return false;
  return typeOf(operand) !== TYPE.null && INDEXED.has(typeOf(operand)) && !Number.isNaN(operand);
}

function rangeType({ operator, operand }: Predicate): number {
  return operator === '$regex' ? TYPE.string : typeOf(operand);
}

/** An end of a range: before or after one value, or before or after all keys that begin with some bytes. */
interface End {
  place: 'before' | 'after';
  of: 'value' | 'run';
  bytes: Buffer;
}

function endsOf({ operator, operand }: Predicate): { low: End; high: End } {
  if (operator === '$regex') {
    const run = encodeValue(literalPrefix(operand as RegExp)).subarray(0, -1);
    return {
      low: { place: 'before', of: 'run', bytes: run },
      high: { place: 'after', of: 'run', bytes: run },
    };
  }
  const type = Buffer.from([typeOf(operand)]);
  const bytes = encodeValue(operand);
  // Without a bound the range ends with the values of the type; NaN, the first number, is in no range.
  const first = encodeValue(Number.NEGATIVE_INFINITY);
  const low: End =
    type[0] === TYPE.number
      ? { place: 'before', of: 'value', bytes: first }
      : { place: 'before', of: 'run', bytes: type };
  const high: End = { place: 'after', of: 'run', bytes: type };
  if (operator === '$gt') return { low: { place: 'after', of: 'value', bytes }, high };
  if (operator === '$gte') return { low: { place: 'before', of: 'value', bytes }, high };
  if (operator === '$lt') return { low, high: { place: 'before', of: 'value', bytes } };
  return { low, high: { place: 'after', of: 'value', bytes } };
}

function ascendingBytes({ place, of, bytes }: End): Buffer {
  if (of === 'value') return Buffer.concat([bytes, place === 'before' ? BEFORE_REST : AFTER_REST]);
  return place === 'before' ? bytes : successor(bytes);
}

/** A descending field stores its values inverted; the byte that follows a value is not inverted. */
function descendingBytes({ place, of, bytes }: End): Buffer {
  const inverted = bytes.map((byte) => ~byte) as Buffer;
  if (of === 'value') return Buffer.concat([inverted, place === 'before' ? AFTER_REST : BEFORE_REST]);
  return place === 'before' ? successor(inverted) : inverted;
}

/** The least key that is greater than all that begin with these bytes. */
function successor(bytes: Buffer): Buffer {
  let last = bytes.length - 1;
  while (last > 0 && bytes[last] === 0xff) last--;
  const copy = Buffer.from(bytes.subarray(0, last + 1));
  copy[last] = (copy[last] ?? 0) + 1;
  return copy;
}

function isPurePrefix(expression: RegExp): boolean {
  return expression.flags === '' && expression.source === `^${literalPrefix(expression)}`;
}

/** "Is not null" and "exists": everything but the key of null; a sparse index holds only what exists. */
function presentBounds(
  predicates: readonly Predicate[],
  { direction, isSparse, hasArrays }: BoundedField,
): FieldBounds | null {
  // Whatever has no such field inside an array has the key of null, but is not null.
  const isNotNull =
    !hasArrays && predicates.some(({ operator, operand }) => operator === '$ne' && operand === null);
  const exists = predicates.some(({ operator, operand }) => operator === '$exists' && Boolean(operand));
  if (!isNotNull && !(exists && isSparse)) return null;
  const all = rangeOfPrefix(Buffer.alloc(0));
  if (!isNotNull) return { ranges: [all], exact: [] };
  const nullKey = encodeKey([null], [direction]);
  const ranges = [
    { low: all.low, high: nullKey },
    { low: successor(nullKey), high: all.high },
  ];
  return { ranges, exact: [] };
}
