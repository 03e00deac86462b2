/** What the application asks a worker, and what it answers; one answer a question, in order. */
export interface Question<Session> {
  id: number;
  method: keyof Session;
  parameters: unknown[];
}

export type Answer = { id: number; result: unknown } | Failure;

/** `isUnavailable` when the file could not be read or written; otherwise it is a mistake in the program or the change. */
export interface Failure {
  id: number;
  error: string;
  isUnavailable: boolean;
}
