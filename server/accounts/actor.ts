import type { Language } from '../localized.ts';

export type MemberRole = 'member' | 'approver' | 'admin';
export type OfficeRole = 'operator' | 'supervisor' | 'administrator' | 'auditor';
export type OfficeLevel = 'city' | 'province';

/** The person who acts, as far as permissions need to know; read from the account at every request. */
export interface Actor {
  accountId: string;
  name: string;
  language: Language;
  /** The organisation the person acts for; null while there is none. */
  membership: { organisationId: string; role: MemberRole } | null;
  /** The post in the office that runs the marketplace. Regions are codes; `level` is where an operator reviews. */
  office: { role: OfficeRole; level: OfficeLevel; regions: string[] } | null;
}

/** A reader: somebody signed in, or a visitor. */
export type Viewer = Actor | null;

/** Acts that no person does: the clock and the jobs. */
export const CLOCK_ACTOR = 'clock';

/** Whether the actor sits in the office with one of these roles. */
export function hasOfficeRole(viewer: Viewer, ...roles: OfficeRole[]): boolean {
  return viewer?.office != null && roles.includes(viewer.office.role);
}

/** Whether an office post covers a place: one of its regions lies on the path from province to district. */
export function coversRegion(viewer: Viewer, regionPath: readonly string[]): boolean {
  return viewer?.office?.regions.some((region) => regionPath.includes(region)) ?? false;
}
