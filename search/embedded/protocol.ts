import type { IndexSession } from './indexSession.ts';

export type Method = keyof IndexSession;

/** What the application asks the worker, and what it answers; one answer a question, in order. */
export interface Question {
  id: number;
  method: Method;
  parameters: unknown[];
}

export type Answer = { id: number; result: unknown } | Failure;

/** `isUnavailable` when the file could not be read or written; otherwise it is a mistake in the program or the change. */
export interface Failure {
  id: number;
  error: string;
  isUnavailable: boolean;
}
