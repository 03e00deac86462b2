import { isDeepStrictEqual } from 'node:util';
import type {
  Content,
  ListingKind,
  ListingRecord,
  OrganisationRecord,
  PatentRecord,
} from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { ApplicationError, forbidden, notFound } from '../errors.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';
import { externalKeyOf, type ListingDrafts } from '../listings/listingDrafts.ts';
import type { ListingMoves, Move } from '../listings/listingMoves.ts';
import { listingParties } from '../listings/listingPermissions.ts';
import type { ListingStore, Narrowing, Page } from '../listings/listingStore.ts';
import { isDiscarded } from '../listings/listingWorkflow.ts';
import { parseReference } from '../listings/reference.ts';
import type { Language } from '../localized.ts';
import type { PatentService } from '../patents/patentService.ts';

/** A listing as the people of its owner see it. */
export interface OwnListing {
  listing: ListingRecord;
  owner: OrganisationRecord;
  /** What the actor is to it, as the workflow tables call it. */
  parties: ReadonlySet<string>;
  /** What the draft says, or what is live where there is no draft. */
  content: Content;
  /** The patents it names, as far as somebody entered them. */
  patents: PatentRecord[];
}

interface FirstStep {
  actor: Actor;
  kind: ListingKind;
  content: Content;
  originalLanguage: Language;
  /** Made with the form: however often it is sent, one listing begins. */
  submissionId: string;
}

interface Parts {
  store: ListingStore;
  drafts: ListingDrafts;
  moves: ListingMoves;
  patents: PatentService;
  getOwner: (organisationId: string) => Promise<OrganisationRecord>;
}

/** The source under which the forms of this site keep their key; an import cannot have this name. */
const FORM_SOURCE = ' form';

/** What people do with the listings of their own organisation. */
export function createOwnListingService({ store, drafts, moves, patents, getOwner }: Parts) {
  const organisationOf = ({ membership }: Actor): string => {
    if (membership === null) throw forbidden('listings:needsOrganisation');
    return membership.organisationId;
  };

  /** Null for what is not of the actor's organisation. */
  async function findOwn({ membership }: Actor, typed: string): Promise<ListingRecord | null> {
    const reference = parseReference(typed);
    const listing = reference === null ? null : await store.find(reference);
    return listing?.organisationId === membership?.organisationId ? listing : null;
  }

  return {
    async list(actor: Actor, narrowing: Narrowing, at: Page) {
      const organisationId = organisationOf(actor);
      const [items, total, owner] = await Promise.all([
        store.ofOrganisation(organisationId, at, narrowing),
        store.countOfOrganisation(organisationId, narrowing),
        getOwner(organisationId),
      ]);
      return { items, total, owner };
    },

    ownerOf: (actor: Actor) => getOwner(organisationOf(actor)),

    /** @throws NotFound for what is not of the actor's organisation: nobody learns here that it exists. */
    async open(actor: Actor, typed: string): Promise<OwnListing> {
      const listing = await findOwn(actor, typed);
      if (listing === null || isDiscarded(listing)) throw notFound();
      const owner = await getOwner(listing.organisationId);
      const content = (listing.draft ?? listing.live)?.content ?? {};
      return {
        listing,
        owner,
        parties: listingParties(actor, listing, owner),
        content,
        patents: await patents.findMany((content.patents ?? []) as string[]),
      };
    },

    async isDiscarded(actor: Actor, typed: string): Promise<boolean> {
      const listing = await findOwn(actor, typed);
      return listing !== null && isDiscarded(listing);
    },

    /** Begins a listing, or gives the one this form began before. */
    async start({ actor, kind, content, originalLanguage, submissionId }: FirstStep): Promise<ListingRecord> {
      const external = { source: FORM_SOURCE, id: submissionId };
      const key = externalKeyOf(organisationOf(actor), external);
      const [begun] = await store.findExternalMany([key]);
      if (begun !== undefined) return begun;
      try {
        return await drafts.start({ actor, kind, content, originalLanguage, external });
      } catch (error) {
        const [winner] = isDuplicateKey(error) ? await store.findExternalMany([key]) : [];
        if (winner === undefined) throw error;
        return winner;
      }
    },

    /** Saves fields of the draft; saying again what is already stored changes nothing. */
    async save(actor: Actor, reference: string, revision: number, changes: Content): Promise<ListingRecord> {
      const { listing, content } = await this.open(actor, reference);
      if (Object.entries(changes).every(([name, value]) => isDeepStrictEqual(content[name], value)))
        return listing;
      return drafts.save({ actor, reference, revision, changes });
    },

    /** Moves a listing; sent twice, the second time finds it done. */
    async move(move: Move & { actor: Actor }): Promise<ListingRecord> {
      try {
        return await moves.move(move);
      } catch (error) {
        const { listing } = await this.open(move.actor, move.reference);
        if (isDoneAlready(listing, move, error)) return listing;
        throw error;
      }
    },

    possible: ({ listing, owner, parties }: OwnListing) => moves.possible(listing, owner, parties),
    addFile: drafts.addFile,
    removeFile: drafts.removeFile,
    enterPatents: patents.enter,
    sharing: async (patentId: string, reference: string): Promise<ListingRecord[]> =>
      (await store.ofPatent(patentId)).filter((other) => other._id !== reference),
  };
}

export type OwnListingService = ReturnType<typeof createOwnListingService>;

/** How many of the patents a listing names nobody has described yet. */
export function openPatents({ content, patents }: OwnListing): number {
  const described = patents.filter((patent) => patent.registerCheckedOn !== null);
  return ((content.patents ?? []) as string[]).length - described.length;
}

/** Whether the same person's same act is the last thing that happened since the page was opened. */
function isDoneAlready({ revision, history }: ListingRecord, move: Move, error: unknown): boolean {
  const isLate = error instanceof ApplicationError && (error.kind === 'conflict' || error.kind === 'blocked');
  const last = history.at(-1);
  return (
    isLate &&
    revision > move.revision &&
    last?.event === move.event &&
    last.accountId === move.actor?.accountId
  );
}
