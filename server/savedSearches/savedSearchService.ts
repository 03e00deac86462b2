import { createHash } from 'node:crypto';
import type { Actor } from '../accounts/actor.ts';
import { browseAddress, SCOPE_PATHS, type Scope } from '../browse/browseAddress.ts';
import type { BrowseQuery } from '../browse/browseQuery.ts';
import type { Clock } from '../clock.ts';
import { invalid, notFound } from '../errors.ts';
import { dueAtOf, type Rhythm } from './rhythms.ts';
import type { SavedSearchRecord, SavedSearchStore } from './savedSearchStore.ts';
import type { SearchFindStore } from './searchFindStore.ts';

/** Nobody keeps more, so that looking for everybody stays cheap. */
export const MOST_SEARCHES = 50;

interface Parts {
  store: SavedSearchStore;
  finds: SearchFindStore;
  clock: Clock;
}

export interface NewSearch {
  name: string;
  scope: Scope;
  query: Pick<BrowseQuery, 'text' | 'facets' | 'ranges'>;
  rhythm: Rhythm;
}

/** The saved searches of one person, which nobody else reads or changes. */
export function createSavedSearchService({ store, finds, clock }: Parts) {
  const get = async (actor: Actor, id: string): Promise<SavedSearchRecord> => {
    const search = await store.find(actor.accountId, id);
    if (search === null) throw notFound();
    return search;
  };

  return {
    get,
    list: (actor: Actor) => store.ofAccount(actor.accountId, MOST_SEARCHES),
    /** Keeps a search; one that is kept already stays as it is. @throws invalid when there are too many. */
    async save(actor: Actor, { name, scope, query, rhythm }: NewSearch): Promise<void> {
      const { text, facets, ranges } = query;
      const _id = idOf(actor.accountId, scope, query);
      const isKnown = (await store.find(actor.accountId, _id)) !== null;
      if (!isKnown && (await store.count(actor.accountId)) >= MOST_SEARCHES) {
        throw invalid([
          { field: 'name', message: 'savedSearches:tooMany', values: { maximum: MOST_SEARCHES } },
        ]);
      }
      const now = clock.now();
      await store.add({
        _id,
        accountId: actor.accountId,
        name,
        scope,
        text,
        facets,
        ranges,
        rhythm,
        createdAt: now,
        lookedAt: now,
      });
    },
    /** Renames it or changes its rhythm; what waits to be told follows the new one. */
    async change(
      actor: Actor,
      id: string,
      { name, rhythm }: Pick<NewSearch, 'name' | 'rhythm'>,
    ): Promise<void> {
      const search = await get(actor, id);
      await store.change(actor.accountId, id, { name, rhythm });
      if (rhythm === search.rhythm) return;
      const dueAt = dueAtOf(rhythm, clock.now());
      if (dueAt === null) return finds.dropWaiting(id);
      await finds.moveDue(id, dueAt);
      // What was published long before, while the person did not want to know, is not news any more.
      if (search.rhythm === 'none') await store.noteLook(id, clock.now());
    },
    async remove(actor: Actor, id: string): Promise<void> {
      await get(actor, id);
      await store.remove(actor.accountId, id);
      await finds.dropWaiting(id);
    },
  };
}

export type SavedSearchService = ReturnType<typeof createSavedSearchService>;

function idOf(accountId: string, scope: Scope, { text, facets, ranges }: NewSearch['query']): string {
  const address = browseAddress(SCOPE_PATHS[scope], { text, facets, ranges, page: 1, sort: null });
  return createHash('sha256')
    .update(JSON.stringify([accountId, address]))
    .digest('base64url')
    .slice(0, 22);
}
