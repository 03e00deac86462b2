import type { Changing } from '../../models/records.ts';
import type { Money } from '../catalogue/inputs/amounts.ts';

export type DealSide = 'requester' | 'owner';

/** One of the two sides; an anonymous one is named only after it disclosed itself. */
export interface DealParty {
  organisationId: string;
  isAnonymous: boolean;
}

/** The three questions of an expression of interest (domain rules 4.3). */
export interface InterestAnswers {
  cooperation: string;
  unclear: string;
  about: string;
}

export interface Contact {
  name: string;
  mail: string;
  phone: string;
}

/** One way and for good: this side let the other know who it is. */
export interface Disclosure {
  side: DealSide;
  at: Date;
  accountId: string;
  contact: Contact;
}

export interface DealFile {
  fileId: string;
  name: string;
  mediaType: string;
  size: number;
}

export interface DealMessage {
  id: string;
  at: Date;
  side: DealSide;
  accountId: string;
  text: string;
  files: DealFile[];
}

/** What the two sides would sign; amounts in fen, rate in basis points, days as `YYYY-MM-DD`. */
export interface DealTerms {
  contractType: string;
  licenceKind: string | null;
  use: string;
  territory: string;
  periodFrom: string | null;
  periodTo: string | null;
  paymentMode: string;
  fee: Money | null;
  royaltyBase: string | null;
  royaltyRate: number | null;
  /** Whole amount of the contract (成交额) and the technology part of it (技术交易额). */
  total: Money;
  technology: Money;
  other: string;
}

export interface Proposal {
  version: number;
  at: Date;
  side: DealSide;
  accountId: string;
  terms: DealTerms;
  note: string;
  confirmedBy: DealSide[];
}

/** Written notice to the patentee that an announced open licence is taken (Patent Law art. 51). */
export interface LicenceNotice {
  state: 'notice-sent' | 'notice-delivered';
  givenAt: Date;
  deliveredAt: Date | null;
  announcementNumber: string;
  terms: Record<string, unknown>;
  use: string;
}

export type DealState =
  | 'interest'
  | 'contact'
  | 'nda'
  | 'negotiating'
  | 'agreed'
  | 'declined'
  | 'stale'
  | 'failed';

export interface DealRecord extends Changing {
  requestKind: string;
  listing: string;
  counterpartListing: string | null;
  match: string | null;
  requester: DealParty;
  owner: DealParty;
  organisationIds: string[];
  regionPaths: Record<DealSide, string[]>;
  deskRegions: string[];
  state: DealState;
  isOverdue: boolean;
  answers: InterestAnswers;
  disclosures: Disclosure[];
  messages: DealMessage[];
  proposals: Proposal[];
  agreement: { version: number; at: Date; terms: DealTerms; patentIds: string[] } | null;
  notice: LicenceNotice | null;
  outcome: { reason: string; text: string | null; side: DealSide | null } | null;
  waitingFor: DealSide | null;
  dueAt: Date | null;
  remindedAt: Date | null;
  answeredAt: Date | null;
  submissionKey?: string;
  createdAt: Date;
  updatedAt: Date;
}

export function otherSide(side: DealSide): DealSide {
  return side === 'owner' ? 'requester' : 'owner';
}

/** What a side disclosed; null while it has not. */
export function disclosureOf(
  { disclosures }: Pick<DealRecord, 'disclosures'>,
  side: DealSide,
): Disclosure | null {
  return disclosures.find((disclosure) => disclosure.side === side) ?? null;
}
