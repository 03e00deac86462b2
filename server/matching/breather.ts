/** Lets others have the event loop once this piece of work held it for so long. */
const LONGEST_HOLD_MS = 4;

/** @returns a function to await between steps of long work. */
export function createBreather() {
  let since = performance.now();
  return async function breathe(): Promise<void> {
    if (performance.now() - since < LONGEST_HOLD_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
