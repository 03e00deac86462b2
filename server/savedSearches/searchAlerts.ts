import type { AccountRecord } from '../../models/records.ts';
import type { PublicListing, PublicListings } from '../browse/publicListings.ts';
import type { Clock } from '../clock.ts';
import type { LocalizedText } from '../localized.ts';
import { newId } from '../newId.ts';
import { channelFor } from '../notices/noticeGroups.ts';
import type { NoticeLine, NoticeStore } from '../notices/noticeStore.ts';
import { paths } from '../paths.ts';
import { searchPath } from './savedSearchAddress.ts';
import type { SavedSearchRecord, SavedSearchStore } from './savedSearchStore.ts';
import type { SearchFindRecord, SearchFindStore } from './searchFindStore.ts';

interface Parts {
  store: SavedSearchStore;
  finds: SearchFindStore;
  notices: Pick<NoticeStore, 'add'>;
  publicListings: Pick<PublicListings, 'byIds'>;
  findAccounts: (ids: string[]) => Promise<AccountRecord[]>;
  clock: Clock;
}

const BATCH = 500;
/** A letter names so many; the page it leads to has the rest. */
const MOST_LINES = 20;

/**
 * Tells people what their searches found: one notice, and so one letter, for everything that is due for a person.
 * Finds are put on a notice before it is written, so that a run that died is finished by the next one and nobody
 * hears of a listing twice.
 */
export function createSearchAlerts({ store, finds, notices, publicListings, findAccounts, clock }: Parts) {
  async function tell(accountId: string, noticeId: string, due: SearchFindRecord[]): Promise<void> {
    const ids = due.map(({ _id }) => _id);
    await finds.claim(ids, noticeId);
    const [account] = await findAccounts([accountId]);
    const channel = account?.state === 'active' ? channelFor(account.noticeSettings, 'searches') : 'none';
    const searches = await store.findMany([...new Set(due.map(({ searchId }) => searchId))]);
    const shown = new Map(
      (await publicListings.byIds(due.map(({ reference }) => reference))).map(byReference),
    );
    const lines = due.flatMap((find) => lineOf(find, searches, shown));
    if (channel !== 'none' && lines.length > 0) {
      await notices.add({
        _id: `${noticeId}:${accountId}`,
        accountId,
        at: clock.now(),
        ...noticeOf(lines, searches),
        readAt: null,
        isMailed: channel !== 'mail',
        mailAttempts: 0,
      });
    }
    await finds.markTold(ids, clock.now());
  }

  return {
    /** Writes what is due by now. @returns how many notices. */
    async tellDue(): Promise<number> {
      for (let count = 0; ; ) {
        const due = await finds.due(clock.now(), BATCH);
        if (due.length === 0) return count;
        for (const group of Map.groupBy(due, groupOf).values()) {
          const [first] = group;
          if (first === undefined) continue;
          await tell(first.accountId, first.noticeId ?? newId(), group);
          count += 1;
        }
      }
    },
  };
}

export type SearchAlerts = ReturnType<typeof createSearchAlerts>;

function groupOf({ accountId, noticeId }: SearchFindRecord): string {
  return JSON.stringify([accountId, noticeId]);
}

function byReference(item: PublicListing): [string, PublicListing] {
  return [item.listing._id, item];
}

/** Nothing of what was taken away since, or whose search is gone. */
function lineOf(
  { reference, searchId }: SearchFindRecord,
  searches: SavedSearchRecord[],
  shown: ReadonlyMap<string, PublicListing>,
): NoticeLine[] {
  const saved = searches.find(({ _id }) => _id === searchId);
  const item = shown.get(reference);
  if (saved === undefined || item === undefined) return [];
  const title = item.listing.live.content.title as LocalizedText;
  return [{ reference, title, under: saved.name }];
}

/** One listing leads to itself, one search to its newest results, several to the list of searches. */
function noticeOf(lines: NoticeLine[], searches: SavedSearchRecord[]) {
  const [first] = lines;
  const [only] = searches;
  const names = new Set(lines.map(({ under }) => under));
  const isOneSearch = names.size === 1 && searches.length === 1 && only !== undefined;
  const isOne = lines.length === 1;
  const kind = isOne ? 'search.found-one' : isOneSearch ? 'search.found-some' : 'search.found-several';
  return {
    kind,
    path: isOne
      ? paths.listing(first?.reference ?? '')
      : isOneSearch
        ? searchPath(only, 'newest')
        : paths.mySearches,
    values: {
      reference: isOne ? (first?.reference ?? null) : null,
      title: isOne ? (first?.title ?? null) : null,
      organisation: null,
      reason: null,
      dueOn: null,
      words: { count: lines.length, search: first?.under ?? '', searches: names.size },
      lines: isOne ? [] : lines.slice(0, MOST_LINES),
    },
  };
}
