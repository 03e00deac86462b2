import type { Models } from '../../models/createModels.ts';
import type {
  Content,
  ListingKind,
  ListingRecord,
  OrganisationRecord,
  PatentRecord,
} from '../../models/records.ts';
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
import { createMemoryModel } from './memoryModel.ts';

/** A Monday morning in Shenyang. */
export const NOW = new Date('2026-03-02T02:00:00Z');
const PLACE = ['21', '2101'];

export const OWNER = 'institute';
export const OTHER = 'works';

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

export function organisation(change: Partial<OrganisationRecord> = {}): OrganisationRecord {
  return {
    _id: OWNER,
    name: { zh: '沈州材料研究所', en: 'Shenzhou Institute of Materials' },
    kind: 'institute',
    regionPath: PLACE,
    identifiers: [],
    description: null,
    website: null,
    fields: [],
    size: null,
    isStateFounded: true,
    requiresApproval: false,
    units: [],
    mergedInto: null,
    verification: 'verified',
    verificationRequestedAt: null,
    dueAt: null,
    evidence: [],
    state: 'active',
    createdAt: NOW,
    createdBy: 'admin',
    updatedAt: NOW,
    revision: 1,
    history: [],
    pending: [],
    ...change,
  };
}

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

/** Content that may be submitted, by kind. */
export function completeContent(kind: ListingKind, change: Content = {}): Content {
  const common = {
    title: { zh: '低温高强度铝合金' },
    summary: { zh: '零下 60 ℃ 抗拉强度不低于 350 MPa。' },
    field: 'new-materials',
    industry: ['32'],
  };
  const promise = { isNotSecret: true, isTruthful: true };
  const supply = { problem: { zh: '低温变脆' }, solution: { zh: '调整成分' }, maturity: '6' };
  const metrics = [{ indicator: '抗拉强度', operator: 'ge', value: 350, unit: 'MPa' }];
  const terms = { cooperation: ['licence-ordinary'], priceForm: 'negotiable' };
  const byKind: Record<ListingKind, Content> = {
    achievement: { ...common, ...supply, benefit: { zh: '强度提高 20%' }, ...terms, ...promise },
    patent: {
      ...common,
      ...supply,
      benefit: { zh: '强度提高 20%' },
      patents: [PATENT_ID],
      ...terms,
      ...promise,
    },
    'open-licence': { ...common, ...supply, patents: [PATENT_ID], ...LICENCE_TERMS, ...promise },
    demand: {
      ...common,
      ...promise,
      background: { zh: '接头开裂' },
      demandType: 'problem-solving',
      metrics,
      cooperation: ['licence-ordinary'],
      deadline: '2026-12-31',
      visibility: 'anonymous',
    },
  };
  return { ...byKind[kind], ...change };
}

export const PATENT_ID = 'CN-201710601862.3';

const LICENCE_TERMS: Content = {
  regime: 'statutory',
  paymentMode: 'lump-sum',
  price: { fen: 5_000_000, currency: 'CNY' },
  feeBasis: 'own-income',
  periodFrom: '2026-04-01',
  periodTo: '2028-03-31',
};

export function version(content: Content, number = 1) {
  return {
    content,
    number,
    catalogueVersion: 1,
    originalLanguage: 'zh' as const,
    savedAt: NOW,
    savedBy: 'member',
  };
}

export function listingRecord(change: Partial<ListingRecord> = {}): ListingRecord {
  const kind = change.kind ?? 'achievement';
  return {
    _id: 'A-2026-000001A',
    kind,
    organisationId: OWNER,
    regionPath: PLACE,
    visibility: 'public',
    publication: 'never',
    review: 'none',
    live: null,
    draft: version(completeContent(kind)),
    proposal: null,
    reviewRegionPath: [],
    reviewLevel: null,
    submittedAt: null,
    dueAt: null,
    publishedAt: null,
    confirmedAt: null,
    validUntil: null,
    remindedFor: null,
    patentIds: [],
    offer: null,
    external: null,
    createdAt: NOW,
    createdBy: 'member',
    updatedAt: NOW,
    revision: 1,
    history: [],
    pending: [],
    ...change,
  };
}

export function patentRecord(change: Partial<PatentRecord> = {}): PatentRecord {
  return {
    _id: PATENT_ID,
    jurisdiction: 'CN',
    number: '201710601862.3',
    publicationNumber: null,
    title: { zh: '一种铝合金' },
    kind: 'invention',
    owners: [{ organisationId: OWNER }],
    inventors: [],
    ipc: ['C22C 21/00'],
    locarno: [],
    filedOn: '2017-07-21',
    grantedOn: '2019-05-14',
    expiryOverride: null,
    legalStatus: 'valid',
    isInvalidationPending: false,
    registerCheckedOn: '2026-02-01',
    registerCheckedBy: 'member',
    hasEvaluationReport: false,
    hasCoOwnerConsent: false,
    encumbrances: [],
    createdByOrganisationId: OWNER,
    createdAt: NOW,
    updatedAt: NOW,
    revision: 1,
    history: [],
    pending: [],
    ...change,
  };
}
