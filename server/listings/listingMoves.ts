import type { ListingRecord, OrganisationRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { type Clock, endOfDay, today } from '../clock.ts';
import type { ReviewLevel } from '../config.ts';
import { workingDaysAfter } from '../deadlines/workingDays.ts';
import { type ApplicationError, blocked, conflict, forbidden, invalid } from '../errors.ts';
import type { PatentStore } from '../patents/patentStore.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { Transition } from '../workflow/workflow.ts';
import { listingEffects } from './listingEffects.ts';
import { listingGuards } from './listingGuards.ts';
import { allowedListingEvents, listingParties } from './listingPermissions.ts';
import { firstReviewLevel, type HasOperator } from './listingPlace.ts';
import type { ListingStore } from './listingStore.ts';
import { isDiscarded, listingRows, publicationWorkflow, reviewWorkflow } from './listingWorkflow.ts';

export interface Move {
  /** Null when the clock acts. */
  actor: Actor | null;
  reference: string;
  /** The revision the person saw; another one is a conflict. */
  revision: number;
  event: string;
  reason?: string | null;
  text?: string | null;
  checklist?: readonly string[];
  /** The party a program acts as on somebody's behalf, such as `importer`. */
  actingAs?: string;
  /** Further codes for the log. */
  detail?: Record<string, unknown>;
  /** Further fields of the same atomic update. */
  set?: Partial<ListingRecord>;
}

interface MoveParts {
  store: ListingStore;
  patents: PatentStore;
  getOwner: (organisationId: string) => Promise<OrganisationRecord>;
  hasOperator: HasOperator;
  recorder: ChangeRecorder;
  clock: Clock;
  levels: readonly ReviewLevel[];
}

interface Rows {
  rows: Transition[];
  review: string;
  publication: string;
}

/** The only way a listing changes its states: looks up the table, checks who, guards and reason, writes once. */
export function createListingMoves({
  store,
  patents,
  getOwner,
  hasOperator,
  recorder,
  clock,
  levels,
}: MoveParts) {
  /** The first reason why a guard of these rows refuses, or null. */
  async function findRefusal(
    rows: Transition[],
    listing: ListingRecord,
    owner: OrganisationRecord,
    checklist: readonly string[] = [],
  ): Promise<ApplicationError | null> {
    const names = rows.flatMap((row) => row.guard ?? []);
    if (names.length === 0) return null;
    const ids = ((listing.draft ?? listing.live)?.content.patents as string[] | undefined) ?? [];
    const facts = {
      listing,
      owner,
      patents: await patents.findMany(ids),
      levels,
      today: today(clock),
      checklist,
    };
    for (const name of names) {
      const refusal = listingGuards[name]?.(facts) ?? null;
      if (refusal !== null) return refusal;
    }
    return null;
  }

  async function effects(
    rows: Transition[],
    listing: ListingRecord,
    owner: OrganisationRecord,
    move: Move,
    at: Date,
  ) {
    const days = rows.find((row) => row.dueInWorkingDays !== undefined)?.dueInWorkingDays;
    return (
      listingEffects[move.event]?.({
        listing,
        at,
        today: today(clock),
        by: move.actor?.accountId ?? '',
        dueAt: days === undefined ? null : endOfDay(workingDaysAfter(today(clock), days)),
        firstLevel: await firstReviewLevel(levels, owner.regionPath, hasOperator),
        levels,
        owner,
      }) ?? {}
    );
  }

  return {
    /** What these parties may do now, each with the reason why it would be refused all the same, or null. */
    async possible(listing: ListingRecord, owner: OrganisationRecord, parties: ReadonlySet<string>) {
      const events = allowedListingEvents(listing, parties);
      const refusals = events.map((event) => findRefusal(listingRows(listing, event) ?? [], listing, owner));
      return (await Promise.all(refusals)).map((refusal, index) => ({
        event: String(events[index]),
        refusal,
      }));
    },

    /**
     * Moves a listing by one event.
     * @throws blocked when the state does not allow it or a guard refuses, forbidden when the actor may not,
     *   invalid when a reason or a field is missing, conflict when somebody else was first.
     */
    async move(move: Move): Promise<ListingRecord> {
      const listing = await store.get(move.reference);
      const owner = await getOwner(listing.organisationId);
      const { rows, review, publication } = rowsFor(listing, move.event);
      const party = partyFor(rows, listing, owner, move);
      if (rows.some((row) => row.needsReason) && !move.reason)
        throw invalid([{ field: 'reason', message: 'forms:required' }]);
      if (listing.revision !== move.revision) throw conflict();
      const refusal = await findRefusal(rows, listing, owner, move.checklist);
      if (refusal !== null) throw refusal;
      const { at, update } = recorder.record('listing', {
        actor: move.actor,
        role: party,
        event: move.event,
        reason: move.reason ?? null,
        text: move.text ?? null,
        detail: {
          ...move.detail,
          kind: listing.kind,
          review,
          publication,
          version: listing.draft?.number ?? listing.live?.number ?? 0,
        },
      });
      const set = {
        ...(await effects(rows, listing, owner, move, at)),
        ...move.set,
        review,
        publication,
        updatedAt: at,
      };
      const moved = await store.update(listing._id, listing.revision, {
        $set: set as Partial<ListingRecord>,
        // A later import of the same record, or the same form, begins anew.
        ...(isDiscarded({ publication }) ? { $unset: { externalKey: '' } } : {}),
        ...update,
      });
      if (moved === null) throw conflict();
      return moved;
    },
  };
}

export type ListingMoves = ReturnType<typeof createListingMoves>;

function rowsFor(listing: ListingRecord, event: string): Rows {
  const rows = listingRows(listing, event);
  if (rows === null) throw blocked('listings:notPossible', { event });
  return {
    rows,
    review: reviewWorkflow.after(listing.review, event),
    publication: publicationWorkflow.after(listing.publication, event),
  };
}

/** The party as which the actor does it; every table that knows the event has to admit it. */
function partyFor(rows: Transition[], listing: ListingRecord, owner: OrganisationRecord, move: Move): string {
  const parties = move.actor === null ? new Set(['clock']) : listingParties(move.actor, listing, owner);
  if (move.actingAs) parties.add(move.actingAs);
  const [first] = rows;
  const party = first?.who.find((name) => parties.has(name));
  const isAdmitted = rows.every((row) => row.who.some((name) => parties.has(name)));
  if (party === undefined || !isAdmitted) throw forbidden();
  return party;
}
