import type {
  Content,
  ListingKind,
  ListingRecord,
  OrganisationRecord,
  Version,
} from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { CATALOGUE_VERSION, checkContent, kindOf } from '../catalogue/catalogue.ts';
import type { ListingFile } from '../catalogue/inputs/files.ts';
import { type Clock, shanghaiDate } from '../clock.ts';
import { conflict, forbidden, invalid } from '../errors.ts';
import type { Language } from '../localized.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { ListingMoves } from './listingMoves.ts';
import type { ListingStore } from './listingStore.ts';
import type { ReferenceStore } from './referenceStore.ts';

interface DraftParts {
  store: ListingStore;
  moves: ListingMoves;
  references: ReferenceStore;
  getOwner: (organisationId: string) => Promise<OrganisationRecord>;
  recorder: ChangeRecorder;
  clock: Clock;
}

export interface NewDraft {
  actor: Actor;
  kind: ListingKind;
  content: Content;
  originalLanguage: Language;
  external?: { source: string; id: string };
}

export interface DraftChange {
  actor: Actor;
  reference: string;
  revision: number;
  /** Fields to put in place of those of the draft; a field set to undefined is emptied. */
  changes: Content;
}

/** Writing a listing before anybody reviews it. Drafts are never deleted unasked. */
export function createListingDrafts({ store, moves, references, getOwner, recorder, clock }: DraftParts) {
  return {
    /** Starts a listing of the actor's organisation. */
    async start({ actor, kind, content, originalLanguage, external }: NewDraft): Promise<ListingRecord> {
      if (actor.membership === null) throw forbidden('listings:needsOrganisation');
      refuseWrong(kind, content);
      const owner = await getOwner(actor.membership.organisationId);
      const now = clock.now();
      const [reference] = await references.next(kindOf(kind).letter, Number(shanghaiDate(now).slice(0, 4)));
      const change = recorder.record('listing', { actor, role: 'member', event: 'start', detail: { kind } });
      const draft = version(content, 1, originalLanguage, actor, change.at);
      const listing = newListing({
        reference: String(reference),
        kind,
        owner,
        draft,
        change,
        ...(external ? { external } : {}),
      });
      await store.insert(listing);
      return listing;
    },

    /** Changes fields of the draft; the first change to a published listing copies what is live. */
    async save({ actor, reference, revision, changes }: DraftChange): Promise<ListingRecord> {
      const listing = await store.get(reference);
      const base = listing.draft ?? listing.live;
      if (base === null) throw conflict();
      const merged = { ...base.content, ...changes };
      const content = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
      refuseWrong(listing.kind, content);
      const number = listing.draft === null ? base.number + 1 : base.number;
      const draft = version(content, number, base.originalLanguage, actor, clock.now());
      return moves.move({ actor, reference, revision, event: 'save', set: { draft, proposal: null } });
    },

    /** Adds a stored file to the draft. */
    async addFile(change: Omit<DraftChange, 'changes'>, file: ListingFile): Promise<ListingRecord> {
      const files = filesOf(await store.get(change.reference));
      return this.save({ ...change, changes: { files: [...files, file] } });
    },

    async removeFile(change: Omit<DraftChange, 'changes'>, fileId: string): Promise<ListingRecord> {
      const files = filesOf(await store.get(change.reference)).filter((file) => file.fileId !== fileId);
      return this.save({ ...change, changes: { files: files.length > 0 ? files : undefined } });
    },
  };
}

export type ListingDrafts = ReturnType<typeof createListingDrafts>;

export function version(
  content: Content,
  number: number,
  language: Language,
  actor: Actor,
  at: Date,
): Version {
  return {
    content,
    number,
    catalogueVersion: CATALOGUE_VERSION,
    originalLanguage: language,
    savedAt: at,
    savedBy: actor.accountId,
  };
}

interface Beginning {
  reference: string;
  kind: ListingKind;
  owner: OrganisationRecord;
  draft: Version;
  change: ReturnType<ChangeRecorder['record']>;
  external?: { source: string; id: string };
}

/** A listing as it begins: a draft nobody has seen. */
export function newListing({ reference, kind, owner, draft, change, external }: Beginning): ListingRecord {
  return {
    _id: reference,
    kind,
    organisationId: owner._id,
    regionPath: owner.regionPath,
    visibility: kind === 'demand' ? 'anonymous' : 'public',
    publication: 'never',
    review: 'none',
    live: null,
    draft,
    ...EMPTY,
    ...externalFields(owner._id, external),
    createdAt: change.at,
    createdBy: draft.savedBy,
    updatedAt: change.at,
    revision: 1,
    history: [change.entry],
    pending: [change.event],
  };
}

const EMPTY = {
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
};

/** One listing per organisation, source and id outside. */
export function externalKeyOf(
  organisationId: string,
  { source, id }: { source: string; id: string },
): string {
  return JSON.stringify([organisationId, source, id]);
}

function externalFields(organisationId: string, external: NewDraft['external']) {
  return external ? { external, externalKey: externalKeyOf(organisationId, external) } : {};
}

function filesOf({ draft, live }: ListingRecord): ListingFile[] {
  return ((draft ?? live)?.content.files as ListingFile[] | undefined) ?? [];
}

function refuseWrong(kind: ListingKind, content: Content): void {
  const issues = checkContent(kind, content);
  if (issues.length > 0) throw invalid(issues);
}
