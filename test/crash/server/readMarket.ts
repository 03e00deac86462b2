import type { Models } from '../../../models/createModels.ts';
import type { ListingRecord, LoggedEvent, PatentRecord } from '../../../models/records.ts';
import type { DealRecord } from '../../../server/deals/deal.ts';
import type { ImportRun } from '../../../server/import/importRunStore.ts';
import type { MatchRecord } from '../../../server/matching/match.ts';
import type { NoticeRecord } from '../../../server/notices/noticeStore.ts';
import type { Cursor, DeadLetter } from '../../../server/relay/cursorStore.ts';

/** Everything the store holds that a check looks at, as it is in the documents. */
export async function readMarket(models: Models) {
  return {
    listings: await models.listings.find({}).lean<ListingRecord[]>(),
    deals: await models.deals.find({}).lean<DealRecord[]>(),
    matches: await models.matches.find({}).lean<MatchRecord[]>(),
    patents: await models.patents.find({}).lean<PatentRecord[]>(),
    events: await models.eventLog.find({}).lean<LoggedEvent[]>(),
    notices: await models.notices.find({}).lean<NoticeRecord[]>(),
    runs: await models.importRuns.find({}).lean<ImportRun[]>(),
    cursors: await models.consumerCursors.find({}).lean<(Cursor & { _id: string })[]>(),
    deadLetters: await models.deadLetters.find({}).lean<DeadLetter[]>(),
  };
}

export type MarketState = Awaited<ReturnType<typeof readMarket>>;
