import type { Connection, Model } from 'mongoose';
import { accountSchema } from './account.ts';
import { alignIndexes } from './alignIndexes.ts';
import { dealSchema } from './deal.ts';
import { consumerCursorSchema, deadLetterSchema, loggedEventSchema, occurrenceSchema } from './eventLog.ts';
import { glossaryEntrySchema } from './glossaryEntry.ts';
import { listingSchema } from './listing.ts';
import { listingVectorSchema } from './listingVector.ts';
import { matchSchema } from './match.ts';
import { matchingWeightsSchema } from './matchingWeights.ts';
import {
  counterSchema,
  fileSchema,
  funnelSchema,
  importRunSchema,
  leaseSchema,
  limitCountSchema,
  noticeSchema,
  settingSchema,
  tokenSchema,
  viewCountSchema,
} from './operation.ts';
import { organisationSchema } from './organisation.ts';
import { patentSchema } from './patent.ts';
import type {
  AccountRecord,
  Changing,
  ListingRecord,
  LoggedEvent,
  OrganisationRecord,
  PatentRecord,
} from './records.ts';
import { savedSearchSchema, searchFindSchema, unmetSearchSchema } from './savedSearch.ts';
import { sessionSchema } from './session.ts';

/** A model whose documents carry pending events. */
export type ChangingModel = Model<Changing>;

/** The models that are there before the data are brought up to date: who does it, and how far it is. */
export function createBookkeepingModels(connection: Connection) {
  return {
    leases: connection.model('lease', leaseSchema),
    settings: connection.model('setting', settingSchema),
  };
}

export type BookkeepingModels = ReturnType<typeof createBookkeepingModels>;

/** All models of one connection; nothing is compiled on import, so one process can hold several stores. */
export function createModels(connection: Connection, bookkeeping = createBookkeepingModels(connection)) {
  return {
    listings: connection.model<ListingRecord>('listing', listingSchema),
    patents: connection.model<PatentRecord>('patent', patentSchema),
    organisations: connection.model<OrganisationRecord>('organisation', organisationSchema),
    accounts: connection.model<AccountRecord>('account', accountSchema),
    matches: connection.model('match', matchSchema),
    deals: connection.model('deal', dealSchema),
    eventLog: connection.model<LoggedEvent>('loggedEvent', loggedEventSchema),
    occurrences: connection.model('occurrence', occurrenceSchema),
    consumerCursors: connection.model('consumerCursor', consumerCursorSchema),
    deadLetters: connection.model('deadLetter', deadLetterSchema),
    counters: connection.model('counter', counterSchema),
    ...bookkeeping,
    tokens: connection.model('token', tokenSchema),
    limitCounts: connection.model('limitCount', limitCountSchema),
    notices: connection.model('notice', noticeSchema),
    files: connection.model('file', fileSchema),
    viewCounts: connection.model('viewCount', viewCountSchema),
    funnels: connection.model('funnel', funnelSchema),
    importRuns: connection.model('importRun', importRunSchema),
    sessions: connection.model('session', sessionSchema),
    savedSearches: connection.model('savedSearch', savedSearchSchema),
    searchFinds: connection.model('searchFind', searchFindSchema),
    unmetSearches: connection.model('unmetSearch', unmetSearchSchema),
    glossaryEntries: connection.model('glossaryEntry', glossaryEntrySchema),
    matchingWeights: connection.model('matchingWeights', matchingWeightsSchema),
    listingVectors: connection.model('listingVector', listingVectorSchema),
  };
}

export type Models = ReturnType<typeof createModels>;

/** Waits until every collection is there with the indexes its schema declares, and no others. */
export async function prepareModels(models: Models): Promise<void> {
  await alignIndexes(models);
}
