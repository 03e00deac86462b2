import type { PatentRecord } from '../../models/records.ts';
import { hasOfficeRole, type Viewer } from '../accounts/actor.ts';

type Held = Pick<PatentRecord, 'owners' | 'createdByOrganisationId'>;

/**
 * What somebody is to a patent: `owner` through an organisation in the register entry (or the one
 * that entered it while no organisation is named), `operator` in the office unless it is their own.
 */
export function patentParties(viewer: Viewer, patent: Held): Set<string> {
  const parties = new Set<string>();
  const organisationId = viewer?.membership?.organisationId;
  const holders = patent.owners.map((owner) => owner.organisationId).filter((id) => id !== undefined);
  const isHolder = organisationId !== undefined && holders.includes(organisationId);
  const enteredIt = organisationId !== undefined && holders.length === 0 && patent.createdByOrganisationId === organisationId;
  if (isHolder || enteredIt) parties.add('owner');
  else if (hasOfficeRole(viewer, 'operator', 'supervisor')) parties.add('operator');
  return parties;
}
