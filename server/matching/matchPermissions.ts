import { coversRegion, hasOfficeRole, type Viewer } from '../accounts/actor.ts';
import type { MatchRecord, MatchSide } from './match.ts';
import { type MatchEvent, matchWorkflow } from './matchWorkflow.ts';

type Sides = Pick<MatchRecord, 'supplyOrganisationId' | 'demandOrganisationId'>;
type Seen = Sides & Pick<MatchRecord, 'state' | 'isSilent' | 'answers' | 'regionPath'>;

/** The side somebody acts for; null for everybody else. */
export function matchSideOf(viewer: Viewer, match: Sides): MatchSide | null {
  const organisationId = viewer?.membership?.organisationId;
  if (organisationId === undefined) return null;
  if (organisationId === match.demandOrganisationId) return 'demand';
  return organisationId === match.supplyOrganisationId ? 'supply' : null;
}

/** What somebody is to a match. Nobody in the office is anything to a match of the organisation they belong to. */
export function matchParties(viewer: Viewer, match: Sides & Pick<MatchRecord, 'regionPath'>): Set<string> {
  const side = matchSideOf(viewer, match);
  if (side !== null) return new Set([side]);
  const decides =
    hasOfficeRole(viewer, 'supervisor') ||
    (hasOfficeRole(viewer, 'operator') && coversRegion(viewer, match.regionPath));
  return new Set(decides ? ['operator'] : []);
}

/**
 * Whether a side sees a match at all: an approved one it has not turned away; of a silent demand the owner
 * sees suggestions too, and the supply side nothing.
 */
export function isShownTo(side: MatchSide, match: Seen): boolean {
  if (match.answers[side]?.answer === 'not-relevant') return false;
  if (match.isSilent) return side === 'demand' && match.state !== 'dismissed';
  return match.state === 'approved';
}

/** Whether somebody may open a match. */
export function canReadMatch(viewer: Viewer, match: Seen): boolean {
  const side = matchSideOf(viewer, match);
  if (side !== null) return isShownTo(side, match);
  if (hasOfficeRole(viewer, 'supervisor', 'auditor')) return true;
  return hasOfficeRole(viewer, 'operator') && coversRegion(viewer, match.regionPath);
}

/** The acts open to somebody on a match as it stands, before guards are looked at. */
export function allowedMatchEvents(viewer: Viewer, match: Seen): MatchEvent[] {
  return matchWorkflow.allowed(match.state, matchParties(viewer, match));
}

/** Whether anybody may see a match on the public page of a listing. */
export function isPublicMatch(match: Pick<MatchRecord, 'state' | 'isSilent' | 'isOpen'>): boolean {
  return match.state === 'approved' && match.isOpen && !match.isSilent;
}
