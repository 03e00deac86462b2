import { isPlainObject, MISSING, type Plain } from './bson.ts';

/**
 * Bytes that sort like MongoDB sorts values. The first byte is the type; the gaps leave room for
 * bounds, and no type is 0x00, 0x01 or 0xFF, inverted or not, so those can end a prefix.
 */
export const TYPE = {
  emptyArray: 0x08,
  null: 0x10,
  number: 0x18,
  string: 0x20,
  object: 0x30,
  array: 0x38,
  binary: 0x40,
  objectId: 0x48,
  boolean: 0x50,
  date: 0x58,
} as const;

/** The key of an empty array, which MongoDB indexes as "undefined", before null. */
export const EMPTY_ARRAY: unique symbol = Symbol('empty array');

export type Direction = 1 | -1;

/** One buffer is written again and again; keys are copied out of it. */
let scratch = Buffer.allocUnsafe(4096);
let length = 0;

/** The sorting type of a value; values of different types never match a range. */
export function typeOf(value: unknown): number {
  if (typeof value === 'string') return TYPE.string;
  if (typeof value === 'number') return TYPE.number;
  if (value === null || value === undefined || value === MISSING) return TYPE.null;
  if (typeof value === 'boolean') return TYPE.boolean;
  if (value === EMPTY_ARRAY) return TYPE.emptyArray;
  if (value instanceof Date) return TYPE.date;
  if (Array.isArray(value)) return TYPE.array;
  if (isPlainObject(value)) return TYPE.object;
  const type = (value as { _bsontype?: string })._bsontype;
  if (type === 'ObjectId') return TYPE.objectId;
  if (type === 'Binary') return TYPE.binary;
  throw new TypeError(`A value of type ${type ?? typeof value} cannot be put in order.`);
}

/** The key of several values, each ascending (1) or descending (-1, its bytes inverted). */
export function encodeKey(values: readonly unknown[], directions: readonly Direction[]): Buffer {
  length = 0;
  for (let at = 0; at < values.length; at++) {
    const start = length;
    writeValue(values[at]);
    if (directions[at] === -1)
      for (let byte = start; byte < length; byte++) scratch[byte] = ~(scratch[byte] ?? 0);
  }
  return Buffer.from(scratch.subarray(0, length));
}

export function encodeValue(value: unknown): Buffer {
  length = 0;
  writeValue(value);
  return Buffer.from(scratch.subarray(0, length));
}

/** Order of two values over all types, as an index has it. */
export function compareValues(left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (typeof left === 'number' && typeof right === 'number') {
    const difference = left - right;
    if (!Number.isNaN(difference)) return difference;
  }
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  return Buffer.compare(encodeValue(left), encodeValue(right));
}

export function areEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left === 'string' || typeof right === 'string') return false;
  return typeOf(left) === typeOf(right) && compareValues(left, right) === 0;
}

function writeValue(value: unknown): void {
  const type = typeOf(value);
  writeByte(type);
  writeContent(type, value);
}

function writeContent(type: number, value: unknown): void {
  if (type === TYPE.string) writeText(value as string);
  else if (type === TYPE.number) writeNumber(value as number);
  else if (type === TYPE.date) writeNumber((value as Date).getTime());
  else if (type === TYPE.boolean) writeByte(value ? 1 : 0);
  else if (type === TYPE.object) writeObject(value as Plain);
  else if (type === TYPE.array) writeArray(value as unknown[]);
  else if (type === TYPE.objectId) writeBytes((value as { id: Uint8Array }).id);
  else if (type === TYPE.binary) writeBinary(value as BinaryValue);
}

interface BinaryValue {
  sub_type: number;
  position: number;
  buffer: Uint8Array;
}

/** Fields in their stored order: type, name, value of each, as MongoDB compares two documents. */
function writeObject(object: Plain): void {
  for (const [name, value] of Object.entries(object)) {
    const type = typeOf(value);
    writeByte(type);
    writeText(name);
    writeContent(type, value);
  }
  writeByte(0);
}

function writeArray(array: unknown[]): void {
  for (const value of array) writeValue(value);
  writeByte(0);
}

function writeBinary(binary: BinaryValue): void {
  reserve(5);
  length = scratch.writeUInt32BE(binary.position, length);
  writeByte(binary.sub_type);
  writeBytes(binary.buffer.subarray(0, binary.position));
}

/** A double whose bytes sort like its value; NaN comes first and -0 equals 0. */
function writeNumber(value: number): void {
  reserve(8);
  if (Number.isNaN(value)) scratch.fill(0, length, length + 8);
  else {
    scratch.writeDoubleBE(value === 0 ? 0 : value, length);
    const isNegative = ((scratch[length] ?? 0) & 0x80) !== 0;
    if (!isNegative) scratch[length] = (scratch[length] ?? 0) | 0x80;
    else for (let at = length; at < length + 8; at++) scratch[at] = ~(scratch[at] ?? 0);
  }
  length += 8;
}

/** UTF-8 ended by 0x00, a NUL inside written as 0x00 0xFF. */
function writeText(text: string): void {
  if (text.includes('\0')) {
    for (const byte of Buffer.from(text)) {
      writeByte(byte);
      if (byte === 0) writeByte(0xff);
    }
  } else {
    reserve(text.length * 3);
    length += scratch.write(text, length);
  }
  writeByte(0);
}

function writeBytes(bytes: Uint8Array): void {
  reserve(bytes.length);
  scratch.set(bytes, length);
  length += bytes.length;
}

function writeByte(byte: number): void {
  reserve(1);
  scratch[length++] = byte;
}

function reserve(count: number): void {
  if (length + count <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, length + count));
  scratch.copy(larger, 0, 0, length);
  scratch = larger;
}
