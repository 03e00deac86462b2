const WIDTH = 30;

/** One line that is written over again: `[####....] 12/30` and what was done so far. */
export function showProgressBar(done: number, total: number, words: string): void {
  const filled = total === 0 ? WIDTH : Math.min(WIDTH, Math.round((done / total) * WIDTH));
  process.stderr.write(`\r[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done}/${total} ${words}`);
}
