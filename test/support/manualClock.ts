import type { Clock } from '../../server/clock.ts';

/** A clock that a test sets; it stands still otherwise. */
export interface ManualClock extends Clock {
  set(instant: string | Date): void;
  pass(milliseconds: number): void;
}

/** A Monday morning in Shenyang, unless the test says otherwise. */
export function manualClock(start = '2026-03-02T02:00:00Z'): ManualClock {
  let now = new Date(start);
  return {
    now: () => now,
    set(instant) {
      now = new Date(instant);
    },
    pass(milliseconds) {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}
