import { SearchUnavailable } from '../../search/searchIndex.ts';

/** Searching may take this long; after it the page comes from the store. */
export const SEARCH_DEADLINE_MS = 2_000;

/**
 * What the promise answers, if it answers in time.
 * @throws SearchUnavailable when the time is up first.
 */
export async function withDeadline<Value>(
  promise: Promise<Value>,
  deadlineMs = SEARCH_DEADLINE_MS,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new SearchUnavailable(`no answer within ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
