import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareValues, type Direction, encodeKey, TYPE, typeOf } from '../../../models/embedded/keys.ts';

/** Order of two plain values written down once more, without bytes. */
function naiveOrder(left: unknown, right: unknown): number {
  if (typeOf(left) !== typeOf(right)) return typeOf(left) - typeOf(right);
  if (typeof left === 'number' && typeof right === 'number') {
    if (Number.isNaN(left) || Number.isNaN(right))
      return Number(Number.isNaN(right)) - Number(Number.isNaN(left));
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  if (Array.isArray(left) && Array.isArray(right)) return naiveArrayOrder(left, right);
  if (typeOf(left) === TYPE.object) return naiveObjectOrder(left as object, right as object);
  return Number(left) - Number(right);
}

function naiveArrayOrder(left: unknown[], right: unknown[]): number {
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const order = naiveOrder(left[at], right[at]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Field by field: type, then name, then value. */
function naiveObjectOrder(left: object, right: object): number {
  const flat = (object: object) =>
    Object.entries(object).flatMap(([name, value]) => [typeOf(value), name, value]);
  const [first, second] = [flat(left), flat(right)];
  for (let at = 0; at < Math.min(first.length, second.length); at++) {
    const order = naiveOrder(first[at], second[at]);
    if (order !== 0) return order;
  }
  return first.length - second.length;
}

const scalar = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -0,
    1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ),
  fc.double(),
  fc.integer(),
  fc.string({ maxLength: 4, unit: fc.constantFrom('a', 'b', '\0', '\u00ff', '钢', '\u{1f600}') }),
  fc.date({ noInvalidDate: true }),
);
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    {
      weight: 1,
      // No NUL in a name: BSON cannot write it.
      arbitrary: fc.dictionary(fc.constantFrom('a', 'b', 'ab'), tie('value'), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
    },
  ),
}));

/** -1, 0 or 1, never -0. */
const sign = (order: number) => Math.sign(order) + 0;

describe('keys', () => {
  it('sort like the values they stand for', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        assert.equal(sign(compareValues(left, right)), sign(naiveOrder(left, right)));
      }),
      { numRuns: 3_000 },
    );
  });

  it('of several values sort by the first that differs, each in its direction', () => {
    const direction = fc.constantFrom<Direction>(1, -1);
    fc.assert(
      fc.property(
        fc.tuple(direction, direction),
        fc.array(fc.tuple(anyValue, anyValue), { minLength: 2, maxLength: 2 }),
        (directions, rows) => {
          const [left, right] = rows as [[unknown, unknown], [unknown, unknown]];
          const expected =
            naiveOrder(left[0], right[0]) * directions[0] || naiveOrder(left[1], right[1]) * directions[1];
          // A value of its own follows every index key, as the `_id` does in the store.
          const key = (row: unknown[]) => encodeKey([...row, null], [...directions, 1]);
          assert.equal(sign(Buffer.compare(key(left), key(right))), sign(expected));
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
