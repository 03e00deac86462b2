import type { SearchIndex } from '../../search/searchIndex.ts';
import { SEARCH_VERSION } from '../../search/searchVersion.ts';
import type { Job } from '../jobs/job.ts';
import type { Reconciler } from './reconcile.ts';
import { driftCount } from './reconcile.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

interface UpkeepParts {
  search: SearchIndex;
  reconciler: Reconciler;
}

/**
 * Keeps the indexes true without anybody's help: one that was deleted, emptied or built by another
 * version is built anew while the old one serves, and once a day both are compared with the store.
 */
export function createIndexUpkeep({ search, reconciler }: UpkeepParts): Job[] {
  async function rebuildIfNeeded(): Promise<string> {
    const { version } = await search.state();
    if (version === SEARCH_VERSION) return 'current';
    await reconciler.rebuild();
    return `rebuilt from "${version}"`;
  }

  async function compare(): Promise<Record<string, number>> {
    const found = await reconciler.repair();
    return { public: driftCount(found.public), matching: driftCount(found.matching) };
  }

  return [
    { name: 'rebuildIndexes', intervalMs: MINUTE_MS, run: rebuildIfNeeded },
    { name: 'compareIndexes', intervalMs: DAY_MS, run: compare },
  ];
}
