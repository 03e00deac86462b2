import type { ListingRecord } from '../../../models/records.ts';

/**
 * Published listings in pages, the newest first, each once. Pages begin at the instant the last one ended with,
 * because skipping what was read would read it again for every page.
 * @param read those published by an instant, the newest first
 */
export async function* newestFirst(
  read: (until: Date | null, limit: number) => Promise<ListingRecord[]>,
  pageSize = 100,
): AsyncGenerator<ListingRecord[]> {
  const seen = new Set<string>();
  let until: Date | null = null;
  let sharing = 0;
  for (;;) {
    const limit = pageSize + sharing;
    const page: ListingRecord[] = await read(until, limit);
    const fresh = page.filter(({ _id }) => !seen.has(_id));
    for (const { _id } of fresh) seen.add(_id);
    if (fresh.length > 0) yield fresh;
    if (fresh.length === 0 || page.length < limit) return;
    until = page.at(-1)?.publishedAt ?? until;
    const last = until?.getTime();
    sharing = page.filter(({ publishedAt }) => publishedAt?.getTime() === last).length;
  }
}
