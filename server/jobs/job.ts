/** A piece of work that is done again and again, by one process at a time. */
export interface Job {
  /** Names the lease and the last-run row. */
  name: string;
  intervalMs: number;
  /** Does the work; what it answers is kept as the result of the last run. */
  run(): Promise<unknown>;
}
