import { SearchUnavailable } from '../../search/searchIndex.ts';
import { withinTime } from '../withinTime.ts';

/** Searching may take this long; after it the page comes from the store, and is there within two seconds all the same. */
export const SEARCH_DEADLINE_MS = 1_000;

/**
 * What the promise answers, if it answers in time.
 * @throws SearchUnavailable when the time is up first.
 */
export async function withDeadline<Value>(
  promise: Promise<Value>,
  deadlineMs = SEARCH_DEADLINE_MS,
): Promise<Value> {
  return withinTime(promise, deadlineMs, (message) => new SearchUnavailable(message));
}
