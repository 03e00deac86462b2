import type { Models } from '../../models/createModels.ts';
import type { ListingRecord, OrganisationRecord, PatentRecord } from '../../models/records.ts';
import type { Actor, MemberRole, OfficeLevel, OfficeRole } from '../../server/accounts/actor.ts';
import type { ReviewLevel } from '../../server/config.ts';
import { createListingDrafts } from '../../server/listings/listingDrafts.ts';
import { createListingMoves } from '../../server/listings/listingMoves.ts';
import { createListingStore } from '../../server/listings/listingStore.ts';
import { createReferenceStore } from '../../server/listings/referenceStore.ts';
import { createOfferService } from '../../server/openLicences/offerService.ts';
import { createPatentClaims } from '../../server/patents/patentClaims.ts';
import { createPatentService } from '../../server/patents/patentService.ts';
import { createPatentStore } from '../../server/patents/patentStore.ts';
import { createChangeRecorder } from '../../server/relay/change.ts';
import { listingRecord, NOW, OTHER, OWNER, organisation, patentRecord } from './listingRecords.ts';
import { createMemoryModel } from './memoryModel.ts';

function person(accountId: string, parts: Partial<Pick<Actor, 'membership' | 'office'>>): Actor {
  return { accountId, name: accountId, language: 'zh', membership: null, office: null, ...parts };
}
const inHouse = (role: MemberRole, organisationId = OWNER) => ({ membership: { organisationId, role } });
const inOffice = (role: OfficeRole, level: OfficeLevel = 'province', regions = ['21']) => ({
  office: { role, level, regions },
});

/** One person of every kind that could try something on the listing of `OWNER` in Shenyang. */
export const people = {
  member: person('member', inHouse('member')),
  approver: person('approver', inHouse('approver')),
  admin: person('admin', inHouse('admin')),
  cityReviewer: person('city-reviewer', inOffice('operator', 'city', ['2101'])),
  provinceReviewer: person('province-reviewer', inOffice('operator', 'province', ['21'])),
  otherCity: person('other-city', inOffice('operator', 'city', ['2102'])),
  ownOperator: person('own-operator', { ...inOffice('operator', 'province', ['21']), ...inHouse('member') }),
  supervisor: person('supervisor', inOffice('supervisor')),
  administrator: person('administrator', inOffice('administrator')),
  auditor: person('auditor', inOffice('auditor')),
  outsider: person('outsider', inHouse('admin', OTHER)),
  visitor: person('visitor', {}),
} satisfies Record<string, Actor>;

export type PersonName = keyof typeof people;

export interface WorldSettings {
  owner?: Partial<OrganisationRecord>;
  levels?: ReviewLevel[];
  hasCityOperator?: boolean;
}

/** The core of the marketplace on a store in memory, with a clock the test turns. */
export function createListingWorld({
  owner = {},
  levels = ['city', 'province'],
  hasCityOperator = true,
}: WorldSettings = {}) {
  const time = { now: NOW };
  const clock = { now: () => time.now };
  const rows = {
    listings: createMemoryModel(['_id', 'externalKey']),
    patents: createMemoryModel(),
    counters: createMemoryModel(),
  };
  const models = rows as unknown as Models;
  const store = createListingStore(models);
  const patentStore = createPatentStore(models);
  const recorder = createChangeRecorder({ clock, auditKey: 'test key' });
  const organisations = [organisation(owner), organisation({ _id: OTHER, name: { zh: '海州机械厂' } })];
  const getOwner = async (id: string) => organisations.find(({ _id }) => _id === id) ?? organisation();
  const hasOperator = async (level: ReviewLevel) => level === 'province' || hasCityOperator;
  const moves = createListingMoves({
    store,
    patents: patentStore,
    getOwner,
    hasOperator,
    recorder,
    clock,
    levels,
  });
  const claims = createPatentClaims({ store: patentStore, recorder });
  return {
    time,
    rows,
    store,
    patentStore,
    moves,
    claims,
    drafts: createListingDrafts({
      store,
      moves,
      references: createReferenceStore(models),
      getOwner,
      recorder,
      clock,
    }),
    patents: createPatentService({ store: patentStore, recorder, clock }),
    offers: createOfferService({ store, patents: patentStore, claims, getOwner, recorder, clock }),
    /** Puts a listing as it is into the store. */
    async put(change: Partial<ListingRecord>): Promise<ListingRecord> {
      const listing = listingRecord(change);
      await store.insert(listing);
      return listing;
    },
    async putPatent(change: Partial<PatentRecord>): Promise<PatentRecord> {
      const patent = patentRecord(change);
      await patentStore.add(patent);
      return patent;
    },
  };
}

export type ListingWorld = ReturnType<typeof createListingWorld>;
