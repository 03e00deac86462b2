import { type ApplicationError, blocked } from '../errors.ts';
import type { MatchRecord, MatchSide } from './match.ts';
import { isShownTo } from './matchPermissions.ts';

interface Facts {
  match: MatchRecord;
  side: MatchSide | null;
  /** A side wants no suggestions and the pair is one. */
  isHidden: boolean;
}

/** Gates that follow from law: no note of an operator opens them. */
const LEGAL_GATES: readonly string[] = ['patent', 'exclusivity'];

/** Conditions of the workflow by name; each says why it refuses, or null. */
export const matchGuards: Record<string, (facts: Facts) => ApplicationError | null> = {
  notSilent: ({ match }) => (match.isSilent ? blocked('matching:silentNote') : null),
  isSilentDemand: ({ match }) => (match.isSilent ? null : blocked('matching:notSilent')),
  isWanted: ({ isHidden }) => (isHidden ? blocked('suggestions:declined') : null),
  isOpen: ({ match }) => (match.isOpen ? null : blocked('matching:notLive')),
  isShown: ({ match, side }) =>
    side !== null && isShownTo(side, match) ? null : blocked('matching:notShown'),
  /** A gate the sides set themselves may be passed with a note; one of the law may not. */
  gatesAllow: ({ match }) => {
    const closed = match.evidence.gates.filter(({ state }) => state === 'closed');
    const legal = closed.find(({ name }) => LEGAL_GATES.includes(name));
    if (legal) return blocked('matching:gateOfLaw', { gate: legal.name });
    const [own] = closed;
    return own && match.note === null ? blocked('matching:gateNeedsNote', { gate: own.name }) : null;
  },
};
