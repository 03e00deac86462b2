const DUPLICATE_KEY = 11000;

/** Whether a store refused a write because a unique value is there already: somebody else was first. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY;
}
