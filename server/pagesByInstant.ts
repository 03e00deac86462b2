/**
 * Everything there is, in pages, in the order of an instant each document has, each document once. A page begins at
 * the instant the last one ended with, because skipping what was read would read it again for every page. What gets
 * an instant further on meanwhile comes once more in the order and is left out there.
 * @param read those from an instant on, in order; null means from the beginning
 */
export async function* pagesByInstant<Kept extends { _id: string }>(
  read: (from: Date | null, limit: number) => Promise<Kept[]>,
  instantOf: (kept: Kept) => Date | null,
  pageSize = 200,
): AsyncGenerator<Kept[]> {
  const seen = new Set<string>();
  let from: Date | null = null;
  let sharing = 0;
  for (;;) {
    const limit = pageSize + sharing;
    const page = await read(from, limit);
    const fresh = page.filter(({ _id }) => !seen.has(_id));
    for (const { _id } of fresh) seen.add(_id);
    if (fresh.length > 0) yield fresh;
    const last = page.at(-1);
    if (fresh.length === 0 || last === undefined || page.length < limit) return;
    from = instantOf(last) ?? from;
    const reached = from?.getTime();
    sharing = page.filter((kept) => instantOf(kept)?.getTime() === reached).length;
  }
}
