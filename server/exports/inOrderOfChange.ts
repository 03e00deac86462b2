interface Changed {
  _id: string;
  updatedAt: Date;
}

/**
 * Everything there is, in pages, the longest unchanged first, each document once. What is changed meanwhile moves
 * behind what was read, so nothing is left out.
 * @param read those not changed before an instant, in the order of their change
 */
export async function* inOrderOfChange<Kept extends Changed>(
  read: (since: Date, limit: number) => Promise<Kept[]>,
  pageSize = 200,
): AsyncGenerator<Kept[]> {
  const seen = new Set<string>();
  let since = new Date(0);
  let sharing = 0;
  for (;;) {
    const limit = pageSize + sharing;
    const page = await read(since, limit);
    const fresh = page.filter(({ _id }) => !seen.has(_id));
    for (const { _id } of fresh) seen.add(_id);
    if (fresh.length > 0) yield fresh;
    if (fresh.length === 0 || page.length < limit) return;
    since = page.at(-1)?.updatedAt ?? since;
    sharing = page.filter(({ updatedAt }) => updatedAt.getTime() === since.getTime()).length;
  }
}
