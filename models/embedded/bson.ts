import mongoose from 'mongoose';
import { decodeFast } from './decode.ts';
import { storeError } from './errors.ts';

const { BSON, ObjectId } = mongoose.mongo;

export type Plain = Record<string, unknown>;

/** What MongoDB accepts at most in one document. */
const LARGEST_DOCUMENT = 16 * 1024 * 1024;
const DEEPEST_NESTING = 100;

/** What stands for "no such field" wherever that differs from null. */
export const MISSING: unique symbol = Symbol('missing');

export function encodeDocument(document: Plain): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = BSON.serialize(document, { ignoreUndefined: false });
  } catch (error) {
    // The serialiser stops at its own buffer size, which is a little above what MongoDB accepts.
    if (error instanceof RangeError) throw tooLarge();
    throw error;
  }
  if (bytes.length > LARGEST_DOCUMENT) throw tooLarge();
  return bytes;
}

/** Reads bytes written by `encodeDocument`, which is why their UTF-8 is not checked again. */
export function decodeDocument(bytes: Uint8Array): Plain {
  return decodeFast(bytes, null) ?? decodeAny(bytes);
}

/** Reads every type BSON has. @throws for damaged bytes. */
export function decodeAny(bytes: Uint8Array): Plain {
  return BSON.deserialize(bytes, { validation: { utf8: false } }) as Plain;
}

/** Sends a value through BSON, as the wire to MongoDB would: no Mongoose arrays, Maps or toBSON left. */
export function asStored<T>(value: T): T {
  return decodeDocument(encodeDocument({ value: value as unknown })).value as T;
}

export function newObjectId(): unknown {
  return new ObjectId();
}

export function isPlainObject(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** An own property or MISSING; never something inherited such as `constructor`. */
export function ownValue(object: Plain, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : MISSING;
}

/** Sets a property so that a field named `__proto__` is a field like any other. */
export function setOwn(object: Plain, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  } else object[key] = value;
}

/** @throws when the value holds a type that the embedded store does not keep, or is nested too deeply. */
export function checkStorable(value: unknown, path: string, depth = 0): void {
  if (depth > DEEPEST_NESTING) {
    throw storeError(
      15,
      'Overflow',
      `'${path.slice(0, 60)}…' is nested deeper than ${DEEPEST_NESTING} levels`,
    );
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) checkStorable(value[at], `${path}.${at}`, depth + 1);
  } else if (isPlainObject(value)) {
    for (const key of Object.keys(value)) checkStorable(value[key], path ? `${path}.${key}` : key, depth + 1);
  } else {
    const type = '_bsontype' in value ? String(value._bsontype) : value.constructor.name;
    if (type === 'ObjectId' || type === 'Binary') return;
    throw storeError(2, 'BadValue', `the embedded store keeps no ${type}, found at '${path}'`);
  }
}

function tooLarge() {
  return storeError(10334, 'BSONObjectTooLarge', `the document is larger than ${LARGEST_DOCUMENT} bytes`);
}
