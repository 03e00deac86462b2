import { isPlainObject, MISSING, ownValue, type Plain, setOwn } from './bson.ts';
import { storeError } from './errors.ts';

/** The place a path of an update leads to: reads, writes and removes there. */
export interface Slot {
  read(): unknown;
  write(value: unknown): void;
  remove(): void;
}

/**
 * Follows a path for writing. Objects that are missing on the way are only made when something is written.
 * @throws code 28 when the path leads through something that is no object.
 */
export function slotAt(document: Plain, path: string): Slot {
  const parts = path.split('.');
  let container: Plain | unknown[] = document;
  for (const [at, part] of parts.entries()) {
    const value = readChild(container, part);
    if (at === parts.length - 1) return lastSlot(container, part, path);
    if (value === MISSING) return missingSlot(container, parts.slice(at), path);
    if (!isPlainObject(value) && !Array.isArray(value)) throw notViable(parts[at + 1] ?? '', part, value);
    container = value;
  }
  return lastSlot(container, path, path);
}

function lastSlot(container: Plain | unknown[], part: string, path: string): Slot {
  return {
    read: () => readChild(container, part),
    write: (value) => writeChild(container, part, value, path),
    remove() {
      if (!Array.isArray(container)) delete container[part];
      else if (readChild(container, part) !== MISSING) container[Number(part)] = null;
    },
  };
}

function missingSlot(container: Plain | unknown[], parts: string[], path: string): Slot {
  return {
    read: () => MISSING,
    write(value) {
      const [first = '', ...rest] = parts;
      const nested = rest.reduceRight<unknown>((inner, part) => {
        const object: Plain = {};
        setOwn(object, part, inner);
        return object;
      }, value);
      writeChild(container, first, nested, path);
    },
    remove() {},
  };
}

function readChild(container: Plain | unknown[], part: string): unknown {
  if (!Array.isArray(container)) return ownValue(container, part);
  const position = positionOf(part);
  return position !== null && position < container.length ? container[position] : MISSING;
}

/** The longest array that a position beyond its end may fill up with null, as on MongoDB. */
const MOST_PADDING = 1_500_000;

function writeChild(container: Plain | unknown[], part: string, value: unknown, path: string): void {
  if (!Array.isArray(container)) {
    setOwn(container, part, value);
    return;
  }
  const position = positionOf(part);
  if (position === null) throw notViable(part, path.split('.').at(-2) ?? '', container);
  if (position > container.length + MOST_PADDING)
    throw storeError(2, 'BadValue', `'${path}' is too far beyond the array`);
  while (container.length < position) container.push(null);
  container[position] = value;
}

function positionOf(part: string): number | null {
  return /^(0|[1-9]\d*)$/.test(part) ? Number(part) : null;
}

function notViable(part: string, parent: string, value: unknown) {
  const shown = JSON.stringify(value)?.slice(0, 80);
  return storeError(28, 'PathNotViable', `Cannot create field '${part}' in element {${parent}: ${shown}}`);
}
