import type { Changing } from '../../models/records.ts';
import type { MatchEvidence } from './evidence/explainMatch.ts';

export type MatchSide = 'supply' | 'demand';
export type MatchState = 'suggested' | 'approved' | 'dismissed';

/** What a party says of a match, apart from the office's decision. */
export interface PartyAnswer {
  answer: 'relevant' | 'not-relevant' | 'later';
  reason: string | null;
  text: string | null;
  at: Date;
  accountId: string;
}

/** One pair of supply and demand. Decisions belong to the pair, the evidence to the run that computed it. */
export interface MatchRecord extends Changing {
  pairKey: string;
  supply: string;
  demand: string;
  supplyOrganisationId: string;
  demandOrganisationId: string;
  state: MatchState;
  /** The demand is seen by its owner and the office only. */
  isSilent: boolean;
  /** Both texts are live and still match. */
  isOpen: boolean;
  /** A text changed since the pair was decided. */
  hasChanged: boolean;
  score: number;
  isBlocked: boolean;
  evidence: MatchEvidence;
  /** Regions of both sides, every level: the office sees what touches its own. */
  regionPath: string[];
  field: string | null;
  note: string | null;
  dismissal: { reason: string; text: string | null } | null;
  answers: Record<MatchSide, PartyAnswer | null>;
  createdAt: Date;
  updatedAt: Date;
  decidedAt: Date | null;
}

export function pairKeyOf(demand: string, supply: string): string {
  return `${demand}|${supply}`;
}

export function sideOrganisation(
  match: Pick<MatchRecord, 'supplyOrganisationId' | 'demandOrganisationId'>,
  side: MatchSide,
): string {
  return side === 'supply' ? match.supplyOrganisationId : match.demandOrganisationId;
}
