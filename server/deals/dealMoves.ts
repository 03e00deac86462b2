import type { ListingRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { blocked, conflict, forbidden, invalid } from '../errors.ts';
import type { ListingStore } from '../listings/listingStore.ts';
import type { PatentStore } from '../patents/patentStore.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { DealRecord, DealSide, DealState, DealTerms } from './deal.ts';
import { dealGuards } from './dealGuards.ts';
import { sideOf } from './dealPermissions.ts';
import type { DealStore } from './dealStore.ts';
import { dealWorkflow } from './dealWorkflow.ts';

export interface DealMove {
  /** Null when the clock acts. */
  actor: Actor | null;
  reference: string;
  revision: number;
  event: string;
  reason?: string | null;
  text?: string | null;
  terms?: DealTerms | null;
  detail?: Record<string, unknown>;
  /** What the event writes beside the state. */
  set: (deal: DealRecord, side: DealSide | null, at: Date) => Partial<DealRecord>;
  /** Done after all checks and before the write, such as claiming a right. */
  before?: (deal: DealRecord, listing: ListingRecord) => Promise<void>;
}

interface MoveParts {
  store: DealStore;
  listings: ListingStore;
  patents: PatentStore;
  recorder: ChangeRecorder;
}

/** The only way a deal changes: table, side, reason, guards, one guarded write with its event. */
export function createDealMoves({ store, listings, patents, recorder }: MoveParts) {
  async function check(
    guards: readonly string[],
    deal: DealRecord,
    listing: ListingRecord,
    side: DealSide | null,
    move: DealMove,
  ) {
    if (guards.length === 0) return;
    const facts = {
      deal,
      side,
      listing,
      patents: await patents.findMany(listing.patentIds),
      terms: move.terms ?? null,
    };
    for (const name of guards) {
      const refusal = dealGuards[name]?.(facts) ?? null;
      if (refusal !== null) throw refusal;
    }
  }

  return {
    async move(move: DealMove): Promise<DealRecord> {
      const deal = await store.get(move.reference);
      const side = sideOf(move.actor, deal);
      const party = move.actor === null ? 'clock' : side;
      const row = dealWorkflow.find(deal.state, move.event);
      if (party === null || (row !== null && !row.who.includes(party))) throw forbidden();
      if (row === null) throw blocked('deals:notPossible', { event: move.event });
      if (row.needsReason && !move.reason) throw invalid([{ field: 'reason', message: 'forms:required' }]);
      if (deal.revision !== move.revision) throw conflict();
      const listing = await listings.get(deal.listing);
      await check(row.guard ?? [], deal, listing, side, move);
      await move.before?.(deal, listing);
      const { at, update } = recorder.record('deal', {
        actor: move.actor,
        role: party,
        event: move.event,
        reason: move.reason ?? null,
        text: move.text ?? null,
        detail: { listing: deal.listing, requestKind: deal.requestKind, from: deal.state, ...move.detail },
      });
      const state = (row.to === 'same' ? deal.state : row.to) as DealState;
      const set = { ...answered(deal, side, at), ...move.set(deal, side, at), state, updatedAt: at };
      const moved = await store.update(deal._id, deal.revision, { $set: set, ...update });
      if (moved === null) throw conflict();
      return moved;
    },
  };
}

export type DealMoves = ReturnType<typeof createDealMoves>;

/** The first act of the asked side is its answer: the promise is kept and nothing is overdue any more. */
function answered(deal: DealRecord, side: DealSide | null, at: Date): Partial<DealRecord> {
  if (side !== 'owner' || deal.answeredAt !== null) return {};
  return { answeredAt: at, isOverdue: false, dueAt: null, waitingFor: null };
}
