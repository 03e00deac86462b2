export interface ServerCrashResult {
  rounds: number;
  acknowledged: number;
  /** Acknowledged and not there. */
  lost: number;
  /** There more than once. */
  twice: number;
  /** Whatever contradicts itself: log, histories, notices, letters, indexes, matches, files. */
  wrong: number;
  problems: string[];
}

export function emptyResult(): ServerCrashResult {
  return { rounds: 0, acknowledged: 0, lost: 0, twice: 0, wrong: 0, problems: [] };
}

export function report(result: ServerCrashResult, kind: 'lost' | 'twice' | 'wrong', problem: string): void {
  result[kind] += 1;
  result.problems.push(`${kind}: ${problem}`);
}

/** Says of something that must be there once when it is not, or is there again. */
export function expectOnce(result: ServerCrashResult, count: number, what: string): void {
  if (count === 0) report(result, 'lost', what);
  if (count > 1) report(result, 'twice', `${what}, ${count} times`);
}
