import type { Actor, Viewer } from '../accounts/actor.ts';
import { ApplicationError, forbidden, invalid, notFound } from '../errors.ts';
import type { Page } from '../listings/listingStore.ts';
import { dismissReasons } from '../vocabulary/dismissReasons.ts';
import { feedbackReasons } from '../vocabulary/feedbackReasons.ts';
import type { MatchRecord, PartyAnswer } from './match.ts';
import type { MatchMoves } from './matchMoves.ts';
import { canReadMatch, isPublicMatch, isShownTo, matchSideOf } from './matchPermissions.ts';
import type { MatchQueue, MatchStore } from './matchStore.ts';
import { officeRegions } from './officeRegions.ts';
import type { SuggestionChoice } from './suggestionChoice.ts';

/** Which match, as the person saw it. */
export interface MatchAct {
  actor: Actor;
  reference: string;
  revision: number;
}

export interface BulkResult {
  approved: string[];
  refused: { reference: string; explanation: string }[];
}

const MOST_AT_ONCE = 100;

interface MatchServiceParts {
  store: MatchStore;
  moves: MatchMoves;
  choices: SuggestionChoice;
}

type QueueAsked = Omit<MatchQueue, 'regions' | 'without'> & { region: string | null };

/** What people do with matches. */
export function createMatchService({ store, moves, choices }: MatchServiceParts) {
  const approve = (act: MatchAct) => moves.move({ ...act, event: 'approve' });

  async function scopedQueue(actor: Actor, { region, ...filter }: QueueAsked): Promise<MatchQueue> {
    const regions = officeRegions(actor, region);
    return { ...filter, regions, without: filter.state === 'suggested' ? (await choices()).declined : [] };
  }

  return {
    approve,

    /** Approves the clear ones of a selection; each is checked alone, what cannot be approved is told. */
    async approveMany(
      actor: Actor,
      selection: { reference: string; revision: number }[],
    ): Promise<BulkResult> {
      const result: BulkResult = { approved: [], refused: [] };
      for (const { reference, revision } of selection.slice(0, MOST_AT_ONCE)) {
        try {
          result.approved.push((await approve({ actor, reference, revision }))._id);
        } catch (error) {
          if (!(error instanceof ApplicationError)) throw error;
          result.refused.push({ reference, explanation: error.explanation });
        }
      }
      return result;
    },

    async dismiss(act: MatchAct, reason: string, text: string | null): Promise<MatchRecord> {
      if (reason !== '' && !dismissReasons.has(reason))
        throw invalid([{ field: 'reason', message: 'forms:unknownCode' }]);
      return moves.move({
        ...act,
        event: 'dismiss',
        reason,
        text,
        set: () => ({ dismissal: { reason, text } }),
      });
    },

    /** Brings a decided pair back to the queue. */
    takeBack: (act: MatchAct, text: string | null) =>
      moves.move({ ...act, event: 'take-back', text, set: () => ({ dismissal: null }) }),

    /** A note of the office that goes with the match; needed where a condition of the parties is not met. */
    amend: (act: MatchAct, note: string) =>
      moves.move({ ...act, event: 'amend', text: note, set: () => ({ note }) }),

    /** What a party says; the pair is never shown to it again when it is not relevant. */
    async answer(
      act: MatchAct,
      { answer, reason, text }: Pick<PartyAnswer, 'answer' | 'reason' | 'text'>,
    ): Promise<MatchRecord> {
      if (answer === 'not-relevant' && (reason === null || !feedbackReasons.has(reason)))
        throw invalid([{ field: 'reason', message: 'forms:required' }]);
      const side = matchSideOf(act.actor, await store.get(act.reference));
      if (side === null) throw forbidden();
      const { accountId } = act.actor;
      return moves.move({
        ...act,
        event: 'answer',
        reason,
        text,
        detail: { side, answer },
        set: (match, at) => ({
          answers: { ...match.answers, [side]: { answer, reason, text, at, accountId } },
        }),
      });
    },

    /** The owner of a silent demand makes itself heard, without its name; the request itself is a deal. */
    knock: (act: MatchAct) => moves.move({ ...act, event: 'knock' }),

    /** One match for somebody who may read it; for others it does not exist. */
    async read(viewer: Viewer, reference: string): Promise<MatchRecord> {
      const match = await store.get(reference);
      if (!canReadMatch(viewer, match) || (await choices()).hides(match)) throw notFound();
      return match;
    },

    /** The office's queue, as far as the post reaches. */
    async queue(actor: Actor, filter: QueueAsked, at: Page) {
      const scoped = await scopedQueue(actor, filter);
      const [matches, total] = await Promise.all([store.queue(scoped, at), store.countQueue(scoped)]);
      return { matches, total };
    },

    /** How many pairs wait for a decision of this member of the office. */
    countWaiting: async (actor: Actor): Promise<number> =>
      store.countQueue(
        await scopedQueue(actor, {
          state: 'suggested',
          region: null,
          field: null,
          fromScore: null,
          before: null,
        }),
      ),

    /** What an organisation sees of its matches, both sides, the latest first. */
    async ofOrganisation(organisationId: string, limit = 100): Promise<MatchRecord[]> {
      const at = { skip: 0, limit: limit * 2 };
      const supply = await store.ofOrganisation('supply', organisationId, ['approved'], at);
      const demand = await store.ofOrganisation('demand', organisationId, ['approved', 'suggested'], at);
      const shown = [
        ...supply.filter((match) => isShownTo('supply', match)),
        ...demand.filter((match) => isShownTo('demand', match)),
      ];
      const { hides } = await choices();
      return shown
        .filter((match) => match.isOpen && !hides(match))
        .sort((left, right) => right.updatedAt.getTime() - left.updatedAt.getTime())
        .slice(0, limit);
    },

    /** The matches of a listing a reader may see, best first. */
    async ofListing(
      viewer: Viewer,
      listing: { _id: string; kind: string },
      limit = 20,
    ): Promise<MatchRecord[]> {
      const side = listing.kind === 'demand' ? 'demand' : 'supply';
      const matches = await store.ofListing(side, listing._id, ['approved', 'suggested']);
      const { hides } = await choices();
      return matches
        .filter((match) => match.isOpen && canReadMatch(viewer, match) && !hides(match))
        .slice(0, limit);
    },

    /** The approved pairs of a listing that anybody may see, best first. */
    async publicOfListing(listing: { _id: string; kind: string }, limit = 20): Promise<MatchRecord[]> {
      const side = listing.kind === 'demand' ? 'demand' : 'supply';
      return (await store.ofListing(side, listing._id, ['approved'])).filter(isPublicMatch).slice(0, limit);
    },
  };
}

export type MatchService = ReturnType<typeof createMatchService>;
