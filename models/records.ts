import type { LocalizedText } from '../server/localized.ts';

/** Who acted: a person by account id with the role used, or the clock. Never a name: names stay erasable. */
export interface EventActor {
  accountId: string | null;
  organisationId: string | null;
  role: string;
}

export interface PendingEvent {
  id: string;
  at: Date;
  name: string;
  actor: EventActor;
  detail: Record<string, unknown>;
}

export interface HistoryEntry {
  eventId: string;
  at: Date;
  event: string;
  accountId: string | null;
  role: string;
  reason: string | null;
  text: string | null;
}

/** What every document has whose changes carry their own events. */
export interface Changing {
  _id: string;
  revision: number;
  history: HistoryEntry[];
  pending: PendingEvent[];
}

export interface LoggedEvent {
  _id: string;
  sequence: number;
  at: Date;
  name: string;
  actor: EventActor;
  subject: { noun: string; id: string };
  detail: Record<string, unknown>;
  previousHash: string;
  hash: string;
}

/** The content of a listing as its kind's catalogue declares it. */
export type Content = Record<string, unknown>;

export interface Version {
  content: Content;
  number: number;
  catalogueVersion: number;
  originalLanguage: 'zh' | 'en';
  savedAt: Date;
  savedBy: string;
}

export type ListingKind = 'achievement' | 'patent' | 'open-licence' | 'demand';
export type Visibility = 'public' | 'anonymous' | 'silent';
export type Publication =
  | 'never'
  | 'published'
  | 'suspended'
  | 'withdrawn'
  | 'expired'
  | 'concluded'
  | 'discarded';
export type Review = 'none' | 'submitted' | 'city-checked' | 'returned' | 'rejected';

/** The open-licence offer beside the publication; states of the field's rules, terms frozen at the announcement. */
export interface Offer {
  state: 'prepared' | 'filed' | 'refused' | 'announced' | 'withdrawing' | 'withdrawn' | 'ended';
  regime: 'statutory' | 'pilot';
  filedOn: string | null;
  receiptNumber: string | null;
  announcementNumber: string | null;
  announcedOn: string | null;
  withdrawnOn: string | null;
  terms: Content | null;
  cause: string | null;
}

export interface ListingRecord extends Changing {
  kind: ListingKind;
  organisationId: string;
  regionPath: string[];
  visibility: Visibility;
  publication: Publication;
  review: Review;
  live: Version | null;
  draft: Version | null;
  proposal: { at: Date; by: string } | null;
  reviewRegionPath: string[];
  reviewLevel: 'city' | 'province' | null;
  submittedAt: Date | null;
  dueAt: Date | null;
  publishedAt: Date | null;
  confirmedAt: Date | null;
  validUntil: string | null;
  remindedFor: string | null;
  patentIds: string[];
  offer: Offer | null;
  external: { source: string; id: string } | null;
  externalKey?: string;
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
}

export type PatentOwner =
  | { organisationId: string; name?: LocalizedText }
  | { name: LocalizedText; organisationId?: undefined };

export interface Encumbrance {
  kind: string;
  /** The deal or offer that holds it, or `declared` when only the owner said so. */
  by: string;
  since: string;
  hasConsent: boolean;
}

export interface PatentRecord extends Changing {
  jurisdiction: string;
  number: string;
  publicationNumber: string | null;
  title: LocalizedText | null;
  kind: string;
  owners: PatentOwner[];
  inventors: string[];
  ipc: string[];
  locarno: string[];
  filedOn: string | null;
  grantedOn: string | null;
  expiryOverride: string | null;
  legalStatus: string;
  isInvalidationPending: boolean;
  registerCheckedOn: string | null;
  registerCheckedBy: string | null;
  hasEvaluationReport: boolean;
  /** All co-owners agreed in writing to what the listings offer (Patent Law art. 14). */
  hasCoOwnerConsent: boolean;
  encumbrances: Encumbrance[];
  createdByOrganisationId: string;
  createdAt: Date;
  updatedAt: Date;
}

export type Verification = 'none' | 'requested' | 'verified' | 'revoked';

export interface StoredFileReference {
  fileId: string;
  name: string;
  mediaType: string;
  size: number;
}

export interface OrganisationRecord extends Changing {
  name: LocalizedText;
  kind: string;
  regionPath: string[];
  identifiers: { scheme: string; value: string }[];
  identifierKeys?: string[];
  description: LocalizedText | null;
  website: string | null;
  fields: string[];
  size: string | null;
  isStateFounded: boolean;
  requiresApproval: boolean;
  units: { id: string; name: LocalizedText }[];
  mergedInto: string | null;
  verification: Verification;
  /** When it was last verified and what was checked then (codes of `verificationEvidenceKinds`). */
  verifiedAt?: Date | null;
  verifiedChecks?: string[];
  verificationRequestedAt: Date | null;
  dueAt: Date | null;
  evidence: (StoredFileReference & { kind: string; addedAt: Date })[];
  state: 'active' | 'suspended';
  /** True while it wants no personalised suggestions; absent otherwise. */
  declinesSuggestions?: boolean;
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
}

export interface Membership {
  organisationId: string;
  role: 'member' | 'approver' | 'admin';
  state: 'invited' | 'requested' | 'active' | 'ended';
  since: Date;
}

export interface AccountRecord extends Changing {
  name: string;
  language: 'zh' | 'en';
  identifiers: { kind: 'mail' | 'phone'; value: string; verifiedAt: Date | null }[];
  identifierKeys: string[];
  passwordHash: string | null;
  state: 'unconfirmed' | 'active' | 'suspended' | 'erased';
  memberships: Membership[];
  office: {
    role: 'operator' | 'supervisor' | 'administrator' | 'auditor';
    level: 'city' | 'province';
    regions: string[];
  } | null;
  isDemo: boolean;
  noticeSettings: Record<string, 'site' | 'mail' | 'none'>;
  lastSignInAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}
