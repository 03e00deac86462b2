import { randomUUID } from 'node:crypto';

/** A new identifier for a document or an event: 32 hexadecimal digits, never reused. */
export function newId(): string {
  return randomUUID().replaceAll('-', '');
}
