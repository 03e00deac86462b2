import type {
  AccountRecord,
  Content,
  ListingKind,
  ListingRecord,
  OrganisationRecord,
  PatentRecord,
} from '../../models/records.ts';
import type { Actor } from '../../server/accounts/actor.ts';
import { actorOf } from '../../server/accounts/actorOf.ts';
import { emptyAccount } from '../../server/accounts/registrationService.ts';
import { CHECKLIST } from '../../server/review/checklist.ts';
import type { TestApp } from './app.ts';
import { cheapPasswords } from './cheapPasswords.ts';

export const PASSWORD = 'quiet harbour 42';
const ADDED = new Date('2026-01-05T02:00:00Z');
const NO_CHANGE = { revision: 1, history: [], pending: [] };

/** An institute in Shenyang, a firm in Dalian, another firm, and the office, as if they had long been there. */
export async function prepareMarket({ services }: Pick<TestApp, 'services'>) {
  const passwordHash = await cheapPasswords.hash(PASSWORD);

  async function addOrganisation(
    id: string,
    change: Partial<OrganisationRecord>,
  ): Promise<OrganisationRecord> {
    const organisation = { ...ORGANISATION, _id: id, ...change };
    await services.stores.organisations.add(organisation);
    return organisation;
  }

  async function addPerson(id: string, change: Partial<AccountRecord>): Promise<Actor> {
    const mail = `${id}@market.test`;
    const account = {
      ...emptyAccount(id, mail),
      ...NO_CHANGE,
      identifiers: [{ kind: 'mail' as const, value: mail, verifiedAt: ADDED }],
      name: id,
      language: 'zh' as const,
      passwordHash,
      createdAt: ADDED,
      updatedAt: ADDED,
      ...change,
      state: 'active' as const,
    };
    await services.stores.accounts.add(account);
    return actorOf(account);
  }

  const inHouse = (organisationId: string, role: 'member' | 'approver' | 'admin' = 'member') => ({
    memberships: [{ organisationId, role, state: 'active' as const, since: ADDED }],
  });
  const inOffice = (
    role: 'operator' | 'supervisor' | 'administrator' | 'auditor',
    level: 'city' | 'province',
    regions: string[],
  ) => ({
    office: { role, level, regions },
  });

  const institute = await addOrganisation('institute', {
    name: { zh: '沈州轻合金研究所', en: 'Shenzhou Light Alloy Institute' },
  });
  const firm = await addOrganisation('firm', {
    name: { zh: '连湾泵业有限公司', en: 'Lianwan Pumps' },
    kind: 'enterprise',
    regionPath: ['21', '2102'],
  });
  const rival = await addOrganisation('rival', {
    name: { zh: '北屿阀门有限公司', en: 'Beiyu Valves' },
    kind: 'enterprise',
    regionPath: ['21', '2102'],
  });
  return {
    institute,
    firm,
    rival,
    addPerson,
    addOrganisation,
    people: {
      researcher: await addPerson('researcher', inHouse('institute', 'admin')),
      buyer: await addPerson('buyer', inHouse('firm', 'admin')),
      competitor: await addPerson('competitor', inHouse('rival', 'admin')),
      city: await addPerson('city', inOffice('operator', 'city', ['2101'])),
      cityOfFirm: await addPerson('city-of-firm', inOffice('operator', 'city', ['2102'])),
      province: await addPerson('province', inOffice('operator', 'province', ['21'])),
      supervisor: await addPerson('supervisor', inOffice('supervisor', 'province', [])),
      administrator: await addPerson('administrator', inOffice('administrator', 'province', [])),
      auditor: await addPerson('auditor', inOffice('auditor', 'province', [])),
    },
  };
}

export type Market = Awaited<ReturnType<typeof prepareMarket>>;

/** Posts a listing and takes it through both levels of review. */
export async function publish(
  { services }: Pick<TestApp, 'services'>,
  market: Market,
  author: Actor,
  kind: ListingKind,
  content: Content,
): Promise<ListingRecord> {
  const { drafts, moves } = services.listings;
  const draft = await drafts.start({ actor: author, kind, content, originalLanguage: 'zh' });
  const reference = draft._id;
  const submitted = await moves.move({ actor: author, reference, revision: draft.revision, event: 'submit' });
  const city =
    author.membership?.organisationId === 'institute' ? market.people.city : market.people.cityOfFirm;
  const checked = await moves.move({
    actor: city,
    reference,
    revision: submitted.revision,
    event: 'recommend',
  });
  return moves.move({
    actor: market.people.province,
    reference,
    revision: checked.revision,
    event: 'approve',
    checklist: CHECKLIST[kind],
  });
}

/** A patent of the institute that is in force and was looked up in the register. */
export async function addPatent(
  { services }: Pick<TestApp, 'services'>,
  id: string,
  change: Partial<PatentRecord> = {},
): Promise<void> {
  await services.stores.patents.add({ ...PATENT, _id: id, number: id.slice(3), ...change });
}

export const PATENT_ID = 'CN-201710601862.3';

const ORGANISATION: OrganisationRecord = {
  _id: '',
  name: {},
  kind: 'research-institute',
  regionPath: ['21', '2101'],
  identifiers: [],
  description: null,
  website: null,
  fields: [],
  size: null,
  isStateFounded: false,
  requiresApproval: false,
  units: [],
  mergedInto: null,
  verification: 'verified',
  verificationRequestedAt: null,
  dueAt: null,
  evidence: [],
  state: 'active',
  createdAt: ADDED,
  createdBy: 'administrator',
  updatedAt: ADDED,
  ...NO_CHANGE,
};

const PATENT: PatentRecord = {
  _id: '',
  jurisdiction: 'CN',
  number: '',
  publicationNumber: null,
  title: { zh: '一种铝合金熔体除气装置' },
  kind: 'invention',
  owners: [{ organisationId: 'institute' }],
  inventors: [],
  ipc: ['C22B 9/05'],
  locarno: [],
  filedOn: '2017-07-21',
  grantedOn: '2019-04-02',
  expiryOverride: null,
  legalStatus: 'valid',
  isInvalidationPending: false,
  registerCheckedOn: '2026-02-20',
  registerCheckedBy: 'researcher',
  hasEvaluationReport: false,
  hasCoOwnerConsent: false,
  encumbrances: [],
  createdByOrganisationId: 'institute',
  createdAt: ADDED,
  updatedAt: ADDED,
  ...NO_CHANGE,
};

const STATEMENT = { isNotSecret: true, isTruthful: true };

/** A patent listing that is complete. */
export const PATENT_CONTENT: Content = {
  title: { zh: '铝合金熔体旋转除气', en: 'Rotary degassing of aluminium melts' },
  summary: {
    zh: '氢含量降到 0.10 mL/100g 以下,铸件气孔废品率由 8% 降到 1.5%。',
    en: 'Hydrogen below 0.10 mL/100 g; porosity scrap from 8 % to 1.5 %.',
  },
  field: 'new-materials',
  industry: ['32'],
  ipc: ['C22B 9/05'],
  patents: [PATENT_ID],
  problem: { zh: '铝液含氢,铸件出现针孔。' },
  solution: { zh: '石墨转子把惰性气体打成细泡,带走氢。' },
  benefit: { zh: '废品率由 8% 降到 1.5%,每吨节约 260 元。' },
  metrics: [{ indicator: '氢含量', operator: 'le', value: 0.1, unit: 'mL/100g' }],
  maturity: '7',
  cooperation: ['licence-ordinary', 'licence-exclusive'],
  priceForm: 'fixed',
  price: { fen: 30_000_000, currency: 'CNY' },
  ...STATEMENT,
};

/** A long anonymous demand in other words. */
export const DEMAND_CONTENT: Content = {
  title: { zh: '降低泵体压铸件漏气' },
  summary: { zh: '泵壳压铸后打压漏气,希望把废品降下来。' },
  demandType: 'problem-solving',
  field: 'advanced-manufacturing',
  industry: ['34'],
  background: {
    zh: '我们生产小型水泵二十年,产品销往东北各地。近两年换了回收铝以后,泵壳加工完打压时经常漏气,切开能看到针孔,机加工工时全部白费。希望找到在熔化保温这一步给铝液除气的办法,把铸件的气孔废品率降下来,设备要能放进现有车间。',
  },
  metrics: [{ indicator: '打压漏气率', operator: 'le', value: 2, unit: '%' }],
  cooperation: ['licence-ordinary', 'service'],
  deadline: '2026-12-31',
  visibility: 'anonymous',
  ...STATEMENT,
};
