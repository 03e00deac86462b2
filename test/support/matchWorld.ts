import type { ListingRecord, LoggedEvent } from '../../models/records.ts';
import { createSearchIndex } from '../../search/createSearchIndex.ts';
import type { Actor } from '../../server/accounts/actor.ts';
import type { MatchRecord } from '../../server/matching/match.ts';
import { createMatchingServices } from '../../server/matching/matchingServices.ts';
import { createChangeRecorder } from '../../server/relay/change.ts';
import { createIndexer } from '../../server/search/searchConsumer.ts';
import { createStores } from '../../server/stores.ts';
import { completeContent, listingRecord, NOW, OTHER, organisation, version } from './listingRecords.ts';
import { openTemporaryStore } from './temporaryStore.ts';

export const SUPPLY = 'A-2026-000001A';
export const DEMAND = 'D-2026-000001A';

export const buyer: Actor = {
  accountId: 'buyer',
  name: 'buyer',
  language: 'zh',
  membership: { organisationId: OTHER, role: 'member' },
  office: null,
};

export function supply(number = 1): ListingRecord {
  const content = {
    title: { zh: '厚板铝合金激光电弧复合焊工艺' },
    solution: { zh: '延长熔池时间使氢气逸出,孔隙率低于 0.5%。' },
  };
  return published({ _id: SUPPLY }, content, number);
}

export function demand(change: Partial<ListingRecord> = {}): ListingRecord {
  const content = {
    title: { zh: '轻合金焊道里的砂眼' },
    summary: { zh: '铝板焊后总有针孔。' },
    background: { zh: '希望焊缝孔隙率不超过 1%。' },
    metrics: [],
  };
  return published(
    { _id: DEMAND, kind: 'demand', organisationId: OTHER, visibility: 'anonymous', ...change },
    content,
  );
}

function published(
  change: Partial<ListingRecord>,
  content: Record<string, unknown>,
  number = 1,
): ListingRecord {
  const live = version(completeContent(change.kind ?? 'achievement', content), number);
  return listingRecord({ ...change, draft: null, live, publication: 'published', publishedAt: NOW });
}

/** Matching on a real store and a real index; the log is told by hand. */
export async function openMatchWorld() {
  const { models, directory, close } = await openTemporaryStore();
  const clock = { now: () => NOW };
  const search = await createSearchIndex({ dataDirectory: directory });
  const stores = createStores(models, clock, 'test');
  await models.organisations.insertMany([
    organisation(),
    organisation({ _id: OTHER, name: { zh: '海州机械厂' } }),
  ]);
  const recorder = createChangeRecorder({ clock, auditKey: 'test key' });
  const { index } = createIndexer({ search, listings: stores.listings, organisations: stores.organisations });
  const matching = createMatchingServices({
    models,
    stores,
    search,
    recorder,
    clock,
    dataDirectory: directory,
    index,
  });
  let sequence = 0;

  async function tell(id: string, name = 'listing.approve'): Promise<void> {
    sequence += 1;
    const actor = { accountId: null, organisationId: null, role: 'clock' };
    const common = { at: NOW, name, actor, detail: {}, previousHash: '', hash: '' };
    const event: LoggedEvent = { _id: `e${sequence}`, sequence, subject: { noun: 'listing', id }, ...common };
    await matching.consumer.consume([event]);
  }

  async function only(): Promise<MatchRecord> {
    const [match, ...more] = await matching.store.after('', 10);
    if (match === undefined || more.length > 0)
      throw new Error(`There are ${more.length + Number(match !== undefined)} matches, not one`);
    return match;
  }

  return {
    directory,
    models,
    stores,
    matching,
    tell,
    only,
    async publishBoth(change: Partial<ListingRecord> = {}): Promise<MatchRecord> {
      await stores.listings.insert(supply());
      await tell(SUPPLY);
      await stores.listings.insert(demand(change));
      await tell(DEMAND);
      return only();
    },
    async close(): Promise<void> {
      await search.close();
      await close();
    },
  };
}

export type MatchWorld = Awaited<ReturnType<typeof openMatchWorld>>;

/** The match as somebody saw it. */
export function act(actor: Actor, { _id, revision }: MatchRecord) {
  return { actor, reference: _id, revision };
}
