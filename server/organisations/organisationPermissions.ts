import type { OrganisationRecord } from '../../models/records.ts';
import { isAdminOf } from '../accounts/accountPermissions.ts';
import { coversRegion, hasOfficeRole, type Viewer } from '../accounts/actor.ts';
import { type OrganisationEvent, standingWorkflow, verificationWorkflow } from './organisationWorkflow.ts';

type Placed = Pick<OrganisationRecord, '_id' | 'regionPath'>;

/** What somebody is to an organisation. The office is nothing to a house it belongs to. */
export function organisationParties(viewer: Viewer, organisation: Placed): Set<string> {
  const parties = new Set<string>();
  if (viewer === null) return parties;
  if (viewer.membership?.organisationId === organisation._id) {
    parties.add('member');
    if (isAdminOf(viewer, organisation._id)) parties.add('admin');
    return parties;
  }
  if (hasOfficeRole(viewer, 'operator') && coversRegion(viewer, organisation.regionPath))
    parties.add('operator');
  if (hasOfficeRole(viewer, 'supervisor')) parties.add('supervisor');
  if (hasOfficeRole(viewer, 'administrator')) parties.add('administrator');
  if (hasOfficeRole(viewer, 'auditor')) parties.add('auditor');
  return parties;
}

/** The events a viewer may trigger on an organisation as it stands, before guards are looked at. */
export function allowedOrganisationEvents(
  viewer: Viewer,
  organisation: Placed & Pick<OrganisationRecord, 'verification' | 'state'>,
): OrganisationEvent[] {
  const parties = organisationParties(viewer, organisation);
  return [
    ...verificationWorkflow.allowed(organisation.verification, parties),
    ...standingWorkflow.allowed(organisation.state, parties),
  ];
}

/** Who may read the evidence of an organisation: its admins, and the office except its own house. */
export function canReadEvidence(viewer: Viewer, organisation: Placed): boolean {
  const parties = organisationParties(viewer, organisation);
  return ['admin', 'operator', 'supervisor', 'auditor'].some((party) => parties.has(party));
}
