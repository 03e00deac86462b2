import { type Plain, setOwn } from './bson.ts';

/** Fields of a document by name: true for a whole field, a tree for some fields below it. */
export interface FieldTree {
  [field: string]: true | FieldTree;
}

/** Which fields a reader gets; the bytes of the others are passed over. */
export interface FieldChoice {
  fields: FieldTree;
  isKeeping: boolean;
}

/** The type bytes of BSON that the store's documents are made of. */
const DOUBLE = 0x01;
const STRING = 0x02;
const OBJECT = 0x03;
const ARRAY = 0x04;
const BOOLEAN = 0x08;
const DATE = 0x09;
const NULL = 0x0a;
const INTEGER = 0x10;

const HIGH = 2 ** 32;
/** Shorter ASCII texts are put together faster than a call out of JavaScript takes. */
const SHORT_TEXT = 12;

const NOTHING = Buffer.alloc(0);

let bytes: Buffer = NOTHING;
let at = 0;

/** Names of fields come again in every document: the last one of each hash is kept. */
const names = new Array<string>(2048).fill('');

/**
 * Reads a document of the types in use, several times faster than a reader of all BSON, and without what `choice`
 * leaves out. @returns null for bytes with anything else in them, damaged ones too: those are for the general reader.
 */
export function decodeFast(given: Uint8Array, choice: FieldChoice | null): Plain | null {
  bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  at = 0;
  const document = bytes.length < 5 ? null : readObject(bytes.length, choice);
  const isWhole = at === bytes.length;
  // The last document read is not kept alive by this.
  bytes = NOTHING;
  return isWhole ? document : null;
}

/** As `readInt32LE`, without its checks. */
function integerAt(place: number): number {
  return (
    (bytes[place] ?? 0) |
    ((bytes[place + 1] ?? 0) << 8) |
    ((bytes[place + 2] ?? 0) << 16) |
    ((bytes[place + 3] ?? 0) << 24)
  );
}

/** Checks the size at the front of an object or array. @returns where its last byte is, or -1. */
function openedUntil(end: number): number {
  const size = integerAt(at);
  const last = at + size - 1;
  at += 4;
  return size < 5 || last >= end || bytes[last] !== 0 ? -1 : last;
}

function readObject(end: number, choice: FieldChoice | null): Plain | null {
  const last = openedUntil(end);
  if (last < 0) return null;
  const document: Plain = {};
  while (at < last) {
    const type = bytes[at++] ?? 0;
    const name = readName(last);
    // What looks like a reference to another document means more than its fields.
    if (name === null || name === '$ref') return null;
    const part = choice === null ? null : partOf(choice, name);
    if (part === 'none' || (part !== null && choice?.isKeeping && type !== OBJECT && type !== ARRAY)) {
      if (!skip(type, last)) return null;
      continue;
    }
    const value = readValue(type, last, part);
    if (value === undefined) return null;
    if (name === '__proto__') setOwn(document, name, value);
    else document[name] = value;
  }
  at++;
  return document;
}

/** What of one field is wanted: null for all of it. */
function partOf({ fields, isKeeping }: FieldChoice, name: string): FieldChoice | null | 'none' {
  const below = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof below === 'object') return { fields: below, isKeeping };
  return (below === true) === isKeeping ? null : 'none';
}

function readArray(end: number, choice: FieldChoice | null): unknown[] | null {
  const last = openedUntil(end);
  if (last < 0) return null;
  const array: unknown[] = [];
  while (at < last) {
    const type = bytes[at++] ?? 0;
    while (at < last && bytes[at] !== 0) at++;
    at++;
    if (choice?.isKeeping && type !== OBJECT && type !== ARRAY) {
      if (!skip(type, last)) return null;
      continue;
    }
    const value = readValue(type, last, choice);
    if (value === undefined) return null;
    array.push(value);
  }
  at++;
  return array;
}

/** @returns undefined for a type or a length that is not expected. */
function readValue(type: number, last: number, choice: FieldChoice | null): unknown {
  if (type === STRING) return readText(last);
  if (type === OBJECT) return last - at < 5 ? undefined : (readObject(last, choice) ?? undefined);
  if (type === ARRAY) return last - at < 5 ? undefined : (readArray(last, choice) ?? undefined);
  if (type === NULL) return null;
  const from = at;
  at += sizeOf(type);
  if (at > last || at === from) return undefined;
  if (type === INTEGER) return integerAt(from);
  if (type === DOUBLE) return bytes.readDoubleLE(from);
  if (type === DATE) return new Date(integerAt(from + 4) * HIGH + (integerAt(from) >>> 0));
  return (bytes[from] ?? 2) > 1 ? undefined : bytes[from] === 1;
}

/** The bytes of a value of fixed size; 0 for any other. */
function sizeOf(type: number): number {
  if (type === INTEGER) return 4;
  if (type === BOOLEAN) return 1;
  return type === DOUBLE || type === DATE ? 8 : 0;
}

/** Passes over a value. @returns false for a type or a length that is not expected. */
function skip(type: number, last: number): boolean {
  if (type === NULL) return true;
  const fixed = sizeOf(type);
  if (fixed === 0) {
    if (type !== STRING && type !== OBJECT && type !== ARRAY) return false;
    if (last - at < 5) return false;
    const size = integerAt(at);
    if (size < 1 || size > last - at) return false;
    at += type === STRING ? size + 4 : size;
    return at <= last && bytes[at - 1] === 0;
  }
  at += fixed;
  return at <= last;
}

function readText(last: number): string | undefined {
  if (last - at < 5) return undefined;
  const from = at + 4;
  const end = from + integerAt(at) - 1;
  if (end < from || end >= last || bytes[end] !== 0) return undefined;
  at = end + 1;
  if (end - from > SHORT_TEXT) return bytes.toString('utf8', from, end);
  let text = '';
  for (let place = from; place < end; place++) {
    const byte = bytes[place] ?? 0;
    if (byte > 127) return bytes.toString('utf8', from, end);
    text += String.fromCharCode(byte);
  }
  return text;
}

/** @returns null when the name does not end. */
function readName(last: number): string | null {
  const from = at;
  let hash = 0;
  let byte = bytes[at] ?? 0;
  while (byte !== 0 && at < last) {
    hash = (hash * 31 + byte) | 0;
    byte = bytes[++at] ?? 0;
  }
  if (at >= last) return null;
  const end = at++;
  const slot = hash & 2047;
  const known = names[slot] ?? '';
  if (known.length === end - from && isAt(known, from)) return known;
  const name = bytes.toString('utf8', from, end);
  // Only where each character is one byte can the bytes be compared with it.
  if (name.length === end - from) names[slot] = name;
  return name;
}

function isAt(name: string, from: number): boolean {
  for (let place = 0; place < name.length; place++)
    if (name.charCodeAt(place) !== bytes[from + place]) return false;
  return true;
}
