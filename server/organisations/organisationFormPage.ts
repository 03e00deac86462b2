import type { OrganisationRecord } from '../../models/records.ts';
import { companySizes } from '../vocabulary/companySizes.ts';
import { organisationKinds } from '../vocabulary/organisationKinds.ts';
import { regionLabel } from '../vocabulary/regionPath.ts';
import { regions } from '../vocabulary/regions.ts';
import { technologyFields } from '../vocabulary/technologyFields.ts';
import { CHOSEN_KINDS } from './organisationForms.ts';
import { creditCodeOf, type Speaker } from './organisationPage.ts';
import { writeUnitLines } from './unitLines.ts';

/** What the form of an organisation chooses from. */
export function organisationChoices({ language }: Speaker) {
  return {
    kinds: organisationKinds.entries.filter(({ code }) => (CHOSEN_KINDS as string[]).includes(code)),
    regions: regions.entries
      .filter((entry) => entry.validTo === undefined)
      .toSorted((one, other) => (one.code < other.code ? -1 : 1))
      .map(({ code }) => ({ value: code, label: regionLabel(code, language, { full: true }) })),
    fieldChoices: technologyFields.entries,
    sizes: companySizes.entries,
  };
}

/** The boxes of the form as they are filled for an organisation there is. */
export function organisationValues(organisation: OrganisationRecord): Record<string, unknown> {
  const { name, description, regionPath } = organisation;
  return {
    'name.zh': name.zh,
    'name.en': name.en,
    kind: organisation.kind,
    region: regionPath.at(-1),
    creditCode: creditCodeOf(organisation),
    'description.zh': description?.zh,
    'description.en': description?.en,
    website: organisation.website,
    fields: organisation.fields,
    size: organisation.size,
    isStateFounded: organisation.isStateFounded,
    requiresApproval: organisation.requiresApproval,
    units: writeUnitLines(organisation.units),
    revision: organisation.revision,
  };
}
