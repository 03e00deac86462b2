import type { ListingRecord } from '../../models/records.ts';
import { type Actor, coversRegion, type Viewer } from '../accounts/actor.ts';
import { LISTING_EVENTS, type ListingEvent, listingRows } from './listingWorkflow.ts';

type Owned = Pick<ListingRecord, 'organisationId' | 'regionPath' | 'reviewRegionPath' | 'reviewLevel'>;
type Moving = Owned & Pick<ListingRecord, 'publication' | 'review'>;

/** Whether the owner's house approves its own submissions first (F53), and whether it takes part (F60). */
export interface OwnerRules {
  requiresApproval: boolean;
  state?: 'active' | 'suspended';
}

/**
 * What somebody is to a listing. Nobody in the office is anything to a listing of the organisation
 * they belong to, so that nobody decides on their own matters.
 */
export function listingParties(viewer: Viewer, listing: Owned, owner: OwnerRules): Set<string> {
  const parties = new Set<string>();
  if (viewer === null) return parties;
  const isOwn = viewer.membership?.organisationId === listing.organisationId;
  if (isOwn && viewer.membership) {
    parties.add('member');
    const approves = viewer.membership.role !== 'member';
    if (approves) parties.add('approver');
    const maySubmit = approves || !owner.requiresApproval;
    if (maySubmit && owner.state !== 'suspended') parties.add('submitter');
  }
  if (!isOwn && viewer.office) for (const party of officeParties(viewer, listing)) parties.add(party);
  return parties;
}

function officeParties(actor: Actor, listing: Owned): string[] {
  const { office } = actor;
  if (office === null) return [];
  if (office.role === 'supervisor') return ['supervisor'];
  if (office.role !== 'operator') return [];
  const parties: string[] = [];
  if (coversRegion(actor, listing.regionPath)) parties.push('operator');
  const isTheirTurn = listing.reviewLevel === office.level && coversRegion(actor, listing.reviewRegionPath);
  if (isTheirTurn) parties.push('reviewer');
  return parties;
}

/** The events these parties may trigger on a listing as it stands, before guards are looked at. */
export function allowedListingEvents(listing: Moving, parties: ReadonlySet<string>): ListingEvent[] {
  return LISTING_EVENTS.filter((event) =>
    listingRows(listing, event)?.every((row) => row.who.some((party) => parties.has(party))),
  );
}
