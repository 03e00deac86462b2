import { decodeAny, isPlainObject, type Plain, setOwn } from './bson.ts';
import { decodeFast, type FieldTree } from './decode.ts';
import { refused, storeError } from './errors.ts';

export interface Projection {
  /** The part of a document that is asked for. */
  of(document: Plain): Plain;
  /** The same of a document that nobody has read yet, without reading the rest. */
  decode(bytes: Uint8Array): Plain;
}

/** Fields to keep or to leave out, dotted paths included; @throws refused for computed fields. */
export function parseProjection(projection: unknown): Projection | null {
  if (!isPlainObject(projection) || Object.keys(projection).length === 0) return null;
  const fields: FieldTree = {};
  let mode: boolean | null = null;
  let isIdKept: boolean | null = null;
  for (const [path, value] of Object.entries(projection)) {
    const isKept = kept(path, value);
    if (path === '_id') {
      isIdKept = isKept;
      continue;
    }
    if (mode !== null && mode !== isKept) {
      throw storeError(31254, 'Location31254', `a projection either keeps or leaves out fields ('${path}')`);
    }
    mode = isKept;
    addPath(fields, path.split('.'));
  }
  const isKeeping = mode ?? isIdKept ?? false;
  if (isKeeping === (isIdKept !== false)) fields._id = true;
  const of = (document: Plain) => (isKeeping ? pick(document, fields) : omit(document, fields));
  return { of, decode: (bytes) => decodeFast(bytes, { fields, isKeeping }) ?? of(decodeAny(bytes)) };
}

function kept(path: string, value: unknown): boolean {
  if (path.includes('$')) throw refused(`the positional projection '${path}'`);
  if (value === 1 || value === true) return true;
  if (value === 0 || value === false) return false;
  throw refused(`the projection of '${path}' by ${JSON.stringify(value)}`);
}

function addPath(tree: FieldTree, parts: string[]): void {
  const [first = '', ...rest] = parts;
  const existing = Object.hasOwn(tree, first) ? tree[first] : undefined;
  if (rest.length === 0 || existing === true) {
    setOwn(tree, first, true);
    return;
  }
  const branch: FieldTree = existing ?? {};
  setOwn(tree, first, branch);
  addPath(branch, rest);
}

function pick(document: Plain, tree: FieldTree): Plain {
  const picked: Plain = {};
  for (const [key, value] of Object.entries(document)) {
    const branch = Object.hasOwn(tree, key) ? tree[key] : undefined;
    if (branch === true) setOwn(picked, key, value);
    else if (branch !== undefined) {
      if (Array.isArray(value)) setOwn(picked, key, pickElements(value, branch));
      else if (isPlainObject(value)) setOwn(picked, key, pick(value, branch));
    }
  }
  return picked;
}

function pickElements(array: unknown[], branch: FieldTree): unknown[] {
  return array.flatMap((element) => {
    if (Array.isArray(element)) return [pickElements(element, branch)];
    return isPlainObject(element) ? [pick(element, branch)] : [];
  });
}

function omit(document: Plain, tree: FieldTree): Plain {
  const rest: Plain = {};
  for (const [key, value] of Object.entries(document)) {
    const branch = Object.hasOwn(tree, key) ? tree[key] : undefined;
    if (branch !== true) setOwn(rest, key, branch !== undefined ? omitIn(value, branch) : value);
  }
  return rest;
}

function omitIn(value: unknown, branch: FieldTree): unknown {
  if (Array.isArray(value)) return value.map((element) => omitIn(element, branch));
  return isPlainObject(value) ? omit(value, branch) : value;
}
