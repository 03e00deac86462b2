import type { IndexSession } from './indexSession.ts';

export type Method = keyof IndexSession;

/** What the application asks the worker, and what it answers; one answer a question, in order. */
export interface Question {
  id: number;
  method: Method;
  parameters: unknown[];
}

export type Answer = { id: number; result: unknown } | { id: number; error: string };
