import { createHash } from 'node:crypto';

/** The same thing of the demo has the same id in every installation; ids sort as the things are numbered. */
export function demoId(noun: string, key: string, number = 0): string {
  const order = number.toString(16).padStart(4, '0');
  return order + createHash('sha256').update(`demo ${noun} ${key}`).digest('hex').slice(0, 28);
}
