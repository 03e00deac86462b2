import type { PatentRecord } from '../../models/records.ts';
import { hasOfficeRole, type Viewer } from '../accounts/actor.ts';

type Held = Pick<PatentRecord, 'owners' | 'createdByOrganisationId' | 'registerCheckedOn'>;

/**
 * What somebody is to a patent: `owner` through an organisation in the register entry, `operator` in the office
 * unless it is their own. While no organisation is named it is the one that described it; and a number somebody
 * merely entered is open to whoever describes it first, so that nobody holds a number by typing it.
 */
export function patentParties(viewer: Viewer, patent: Held): Set<string> {
  const parties = new Set<string>();
  const organisationId = viewer?.membership?.organisationId;
  const holders = patent.owners.map((owner) => owner.organisationId).filter((id) => id !== undefined);
  const isHolder = organisationId !== undefined && holders.includes(organisationId);
  const isUndescribed = patent.registerCheckedOn === null;
  const enteredIt =
    organisationId !== undefined &&
    holders.length === 0 &&
    (isUndescribed || patent.createdByOrganisationId === organisationId);
  if (isHolder || enteredIt) parties.add('owner');
  else if (hasOfficeRole(viewer, 'operator', 'supervisor')) parties.add('operator');
  return parties;
}
