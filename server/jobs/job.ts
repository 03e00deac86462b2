/** A piece of work that is done again and again, by one process at a time. */
export interface Job {
  /** Names the lease and the last-run row. */
  name: string;
  intervalMs: number;
  /** After so long another process may take over; longer than the work ever takes. */
  leaseMs: number;
  /** Does the work; what it answers is kept as the result of the last run. */
  run(): Promise<unknown>;
}
