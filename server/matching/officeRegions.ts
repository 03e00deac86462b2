import { type Actor, coversRegion, hasOfficeRole } from '../accounts/actor.ts';
import { forbidden } from '../errors.ts';
import { regionPath } from '../vocabulary/regionPath.ts';

/**
 * Where a member of the office looks; null is everywhere, for supervisors and auditors. An operator looks at the own
 * regions, or at one place within them.
 * @throws forbidden for a place that is not the operator's, and for everybody else.
 */
export function officeRegions(actor: Actor, region: string | null): string[] | null {
  if (hasOfficeRole(actor, 'supervisor', 'auditor')) return region === null ? null : [region];
  if (!hasOfficeRole(actor, 'operator')) throw forbidden();
  if (region === null) return actor.office?.regions ?? [];
  if (!coversRegion(actor, regionPath(region))) throw forbidden();
  return [region];
}
