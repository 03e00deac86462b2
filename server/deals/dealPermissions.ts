import { coversRegion, hasOfficeRole, type Viewer } from '../accounts/actor.ts';
import { type DealRecord, type DealSide, disclosureOf } from './deal.ts';
import { type DealEvent, dealWorkflow } from './dealWorkflow.ts';

type Sides = Pick<DealRecord, 'requester' | 'owner'>;

/** The side somebody acts for in a deal; null for everybody else. */
export function sideOf(viewer: Viewer, deal: Sides): DealSide | null {
  const organisationId = viewer?.membership?.organisationId;
  if (organisationId === undefined) return null;
  if (organisationId === deal.owner.organisationId) return 'owner';
  return organisationId === deal.requester.organisationId ? 'requester' : null;
}

/** Whether somebody may read a deal: both sides, and the office as far as its post reaches. */
export function canReadDeal(viewer: Viewer, deal: Sides & Pick<DealRecord, 'deskRegions'>): boolean {
  if (sideOf(viewer, deal) !== null) return true;
  if (hasOfficeRole(viewer, 'supervisor', 'auditor')) return true;
  return hasOfficeRole(viewer, 'operator') && coversRegion(viewer, deal.deskRegions);
}

/** Whether a reader may know who a side is: its own people, the office, and the other side once it is named or disclosed. */
export function canReadParty(viewer: Viewer, deal: DealRecord, side: DealSide): boolean {
  if (sideOf(viewer, deal) !== null && sideOf(viewer, deal) !== side)
    return !deal[side].isAnonymous || disclosureOf(deal, side) !== null;
  return true;
}

/** The acts open to somebody in a deal as it stands, before guards are looked at. */
export function allowedDealEvents(viewer: Viewer, deal: DealRecord): DealEvent[] {
  const side = sideOf(viewer, deal);
  return side === null ? [] : dealWorkflow.allowed(deal.state, new Set([side]));
}
