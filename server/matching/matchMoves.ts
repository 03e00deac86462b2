import type { Actor } from '../accounts/actor.ts';
import { blocked, conflict, forbidden, invalid } from '../errors.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { MatchRecord, MatchState } from './match.ts';
import { matchGuards } from './matchGuards.ts';
import { matchParties, matchSideOf } from './matchPermissions.ts';
import type { MatchStore } from './matchStore.ts';
import { matchWorkflow } from './matchWorkflow.ts';
import type { SuggestionChoice } from './suggestionChoice.ts';

export interface MatchMove {
  /** Null when the clock acts. */
  actor: Actor | null;
  reference: string;
  revision: number;
  event: string;
  reason?: string | null;
  text?: string | null;
  detail?: Record<string, unknown>;
  /** What the event writes beside the state. */
  set?: (match: MatchRecord, at: Date) => Partial<MatchRecord>;
}

interface MoveParts {
  store: MatchStore;
  recorder: ChangeRecorder;
  choices: SuggestionChoice;
}

const DECISIONS: readonly string[] = ['approve', 'dismiss', 'take-back'];

/** The only way a match changes: table, party, reason, guards, one guarded write with its event. */
export function createMatchMoves({ store, recorder, choices }: MoveParts) {
  return {
    async move(move: MatchMove): Promise<MatchRecord> {
      const match = await store.get(move.reference);
      const parties = move.actor === null ? new Set(['clock']) : matchParties(move.actor, match);
      const [party] = parties;
      const row = matchWorkflow.find(match.state, move.event);
      if (party === undefined || (row !== null && !row.who.some((who) => parties.has(who))))
        throw forbidden();
      if (row === null) throw blocked('matching:notPossible', { event: move.event });
      if (row.needsReason && !move.reason) throw invalid([{ field: 'reason', message: 'forms:required' }]);
      if (match.revision !== move.revision) throw conflict();
      const side = matchSideOf(move.actor, match);
      const isHidden = move.actor !== null && (await choices()).hides(match);
      for (const name of row.guard ?? []) {
        const refusal = matchGuards[name]?.({ match, side, isHidden }) ?? null;
        if (refusal !== null) throw refusal;
      }
      const { at, update } = recorder.record('match', {
        actor: move.actor,
        role: party,
        event: move.event,
        reason: move.reason ?? null,
        text: move.text ?? null,
        detail: {
          supply: match.supply,
          demand: match.demand,
          from: match.state,
          score: match.score,
          ...move.detail,
        },
      });
      const state = (row.to === 'same' ? match.state : row.to) as MatchState;
      const moved = await store.update(match._id, match.revision, {
        $set: { ...decision(move, state, at), ...move.set?.(match, at), state, updatedAt: at },
        ...update,
      });
      if (moved === null) throw conflict();
      return moved;
    },
  };
}

/** When the pair was decided; taken back, it is open again. */
function decision({ event }: MatchMove, state: MatchState, at: Date): Partial<MatchRecord> {
  return DECISIONS.includes(event) ? { decidedAt: state === 'suggested' ? null : at, hasChanged: false } : {};
}

export type MatchMoves = ReturnType<typeof createMatchMoves>;
