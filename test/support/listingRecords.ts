import type {
  Content,
  ListingKind,
  ListingRecord,
  OrganisationRecord,
  PatentRecord,
} from '../../models/records.ts';

/** A Monday morning in Shenyang. */
export const NOW = new Date('2026-03-02T02:00:00Z');
const PLACE = ['21', '2101'];

export const OWNER = 'institute';
export const OTHER = 'works';

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
