import { closeConnection, MEMORY, openConnection } from '../../models/connection.ts';
import type { Models } from '../../models/createModels.ts';
import { createModels, prepareModels } from '../../models/createModels.ts';
import type { SearchIndex } from '../../search/searchIndex.ts';
import { createAccountServices } from '../accounts/accountServices.ts';
import { addDays, type Clock, shanghaiDate, startOfDay } from '../clock.ts';
import type { ReviewLevel } from '../config.ts';
import { createDealServices } from '../deals/dealServices.ts';
import type { FileStore } from '../files/fileStore.ts';
import { createListingServices } from '../listings/listingServices.ts';
import { createChangeRecorder } from '../relay/change.ts';
import { createOccurrenceStore } from '../relay/occurrenceStore.ts';
import { createRelay } from '../relay/relay.ts';
import { createPendingStores, createStores } from '../stores.ts';
import { type DemoMark, markingRecorder } from './markingRecorder.ts';

export interface StageParts {
  clock: Clock;
  /** The key of the installation, so that digests of the log stay comparable. */
  auditKey: string;
  levels: readonly ReviewLevel[];
  /** The real ones: files are kept at once, the index is not asked. */
  files: FileStore;
  search: SearchIndex;
}

/** From this age on what happened is told to nobody any more. */
const PAST_DAYS = 14;
const OPENING_MS = 9 * 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Where the history of the demo is played: the product's own services on a store in memory, with a clock that is
 * set to the day of each act. Afterwards the documents are copied as they are.
 */
export async function openStage({ clock, auditKey, levels, files, search }: StageParts) {
  const connection = await openConnection({ dataDirectory: MEMORY });
  const models: Models = createModels(connection);
  await prepareModels(models);
  const time = createStageTime(clock);
  const stores = createStores(models, time.clock, 'demo');
  const recorder = markingRecorder(createChangeRecorder({ clock: time.clock, auditKey }), time.mark);
  const occurrences = createOccurrenceStore(models, recorder);
  const shared = { stores, recorder, clock: time.clock };
  const accounts = createAccountServices({ ...shared, models, occurrences, files, linkKey: auditKey });
  const { hasOperator } = accounts;
  const listings = createListingServices({ ...shared, search, levels, hasOperator });
  const deals = createDealServices({ ...shared, claims: listings.claims });
  const relay = createRelay({ sources: createPendingStores(models), eventLog: stores.eventLog });
  return {
    models,
    stores,
    recorder,
    files,
    levels,
    time,
    relay,
    listings,
    deals,
    memberships: accounts.accounts.memberships,
    passwords: accounts.accounts.passwords,
    organisations: accounts.organisations,
    close: () => closeConnection(connection),
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** A clock that stands at the time of the act that is played. */
function createStageTime(clock: Clock) {
  const end = clock.now();
  const today = shanghaiDate(end);
  let now = end;
  return {
    clock: { now: () => now },
    mark: (): DemoMark => (end.getTime() - now.getTime() > PAST_DAYS * DAY_MS ? 'past' : 'recent'),
    /** The day so many days from loading. */
    day: (fromNow: number) => addDays(today, fromNow),
    /** Sets the clock to an hour of work on a day of the past; later acts of one day come later. */
    set(daysAgo: number, orderOfDay: number): void {
      const opening = startOfDay(addDays(today, -daysAgo)).getTime() + OPENING_MS;
      now = new Date(Math.min(opening + (orderOfDay % 500) * MINUTE_MS, end.getTime()));
    },
  };
}
