import type { ListingRecord, OrganisationRecord, PatentRecord } from '../../models/records.ts';
import { type Actor, hasOfficeRole } from '../accounts/actor.ts';
import { ApplicationError, forbidden } from '../errors.ts';
import type { ListingMoves } from '../listings/listingMoves.ts';
import { allowedListingEvents, listingParties } from '../listings/listingPermissions.ts';
import type { ListingStore, Page, QueueFilter } from '../listings/listingStore.ts';
import type { Language } from '../localized.ts';
import type { PatentStore } from '../patents/patentStore.ts';
import { CHECKLIST } from './checklist.ts';
import { contentDifference, type FieldDifference } from './contentDifference.ts';
import type { ReviewWarning, ReviewWarnings } from './reviewWarnings.ts';

export interface ReviewCase {
  listing: ListingRecord;
  owner: OrganisationRecord;
  patents: PatentRecord[];
  differences: FieldDifference[];
  checklist: readonly string[];
  warnings: ReviewWarning[];
  /** The decisions this person may take now. */
  events: string[];
}

export interface Decision {
  actor: Actor;
  reference: string;
  revision: number;
  event: string;
  reason: string | null;
  text: string | null;
  checklist: readonly string[];
}

interface ReviewParts {
  store: ListingStore;
  moves: ListingMoves;
  patents: PatentStore;
  organisations: {
    get: (id: string) => Promise<OrganisationRecord>;
    findMany: (ids: string[]) => Promise<OrganisationRecord[]>;
  };
  warnings: ReviewWarnings;
}

/** The work of those who review: the queue, one case with everything needed to decide, the decision. */
export function createReviewService({ store, moves, patents, organisations, warnings }: ReviewParts) {
  return {
    /** Submissions in the actor's regions, the oldest promise first. Supervisors and auditors see all. */
    async queue(actor: Actor, filter: Pick<QueueFilter, 'kind'> & { mine: boolean }, page: Page) {
      const scope = scopeOf(actor, filter);
      const [listings, total] = await Promise.all([store.queue(scope, page), store.countQueue(scope)]);
      const owners = await organisations.findMany(listings.map((listing) => listing.organisationId));
      const byId = new Map(owners.map((owner) => [owner._id, owner]));
      return {
        total,
        items: listings.map((listing) => ({ listing, owner: byId.get(listing.organisationId) ?? null })),
      };
    },

    async open(actor: Actor, reference: string, language: Language): Promise<ReviewCase> {
      if (!hasOfficeRole(actor, 'operator', 'supervisor', 'auditor')) throw forbidden();
      const listing = await store.get(reference);
      const owner = await organisations.get(listing.organisationId);
      const version = listing.draft ?? listing.live;
      const content = version?.content ?? {};
      return {
        listing,
        owner,
        patents: await patents.findMany((content.patents as string[] | undefined) ?? []),
        differences:
          listing.live && listing.draft
            ? contentDifference(listing.kind, listing.live.content, listing.draft.content, language)
            : [],
        checklist: CHECKLIST[listing.kind],
        warnings: await warnings.of(listing, owner),
        events: allowedListingEvents(listing, listingParties(actor, listing, owner)),
      };
    },

    /** The same decision for several submissions, each by itself; one that cannot be taken stops no other. */
    async decideMany(
      actor: Actor,
      references: string[],
      event: string,
    ): Promise<{ done: number; failed: number }> {
      let done = 0;
      for (const reference of references) {
        const listing = await store.find(reference);
        if (listing === null) continue;
        const checklist = CHECKLIST[listing.kind];
        const taken = await moves
          .move({ actor, reference, revision: listing.revision, event, checklist })
          .then(
            () => 1,
            (error: unknown) => {
              if (error instanceof ApplicationError) return 0;
              throw error;
            },
          );
        done += taken;
      }
      return { done, failed: references.length - done };
    },

    /** Takes a decision; all rules are those of the workflow tables. */
    decide: (decision: Decision): Promise<ListingRecord> => moves.move(decision),
  };
}

export type ReviewService = ReturnType<typeof createReviewService>;

function scopeOf(actor: Actor, { kind, mine }: Pick<QueueFilter, 'kind'> & { mine: boolean }): QueueFilter {
  if (hasOfficeRole(actor, 'supervisor', 'auditor')) return { regions: null, level: null, kind };
  if (actor.office?.role !== 'operator') throw forbidden();
  return { regions: actor.office.regions, level: mine ? actor.office.level : null, kind };
}
