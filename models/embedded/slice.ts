/** How long work may go on in one turn of the event loop before others get theirs. */
const BUDGET_MS = 8;

/**
 * Shares out the main thread. All readers of a turn draw on the same budget, and all that have to
 * wait wait for the same next turn.
 */
export function createSlice({ now = () => performance.now() }: { now?: () => number } = {}) {
  let startedAt: number | null = null;
  let nextTurn: Promise<void> | null = null;

  function begin(): void {
    if (startedAt !== null) return;
    startedAt = now();
    setImmediate(() => {
      startedAt = null;
    });
  }

  return {
    /** Whether the budget of this turn is used up; starts the turn when nobody has yet. */
    isSpent(): boolean {
      begin();
      return startedAt !== null && now() - startedAt > BUDGET_MS;
    },
    pause(): Promise<void> {
      nextTurn ??= new Promise((resolve) => {
        setImmediate(() => {
          nextTurn = null;
          startedAt = null;
          resolve();
        });
      });
      return nextTurn;
    },
  };
}

export type Slice = ReturnType<typeof createSlice>;
