import type { PatentRecord } from '../../models/records.ts';
import type { PatentFacts } from './legalStatusRules.ts';

type Declared = Pick<PatentRecord, 'legalStatus' | 'isInvalidationPending' | 'encumbrances' | 'owners'>;

/**
 * The facts the legal rules look at, from a patent as stored. The pledgee counts as consenting when every
 * pledge on the patent carries a consent; `ignoring` leaves out what a deal or offer holds itself.
 */
export function patentFacts(
  patent: Declared,
  {
    coOwners = false,
    pledgeeInformed = false,
    ignoring = null,
  }: {
    coOwners?: boolean;
    pledgeeInformed?: boolean;
    ignoring?: string | null;
  } = {},
): PatentFacts {
  const encumbrances = patent.encumbrances.filter((encumbrance) => encumbrance.by !== ignoring);
  const has = (...kinds: string[]) => encumbrances.some((encumbrance) => kinds.includes(encumbrance.kind));
  const pledges = encumbrances.filter((encumbrance) => encumbrance.kind === 'pledge');
  return {
    legalStatus: patent.legalStatus,
    flags: {
      isPledged: pledges.length > 0,
      isPreserved: has('preservation'),
      hasExclusiveOrSole: has('exclusive-licence', 'sole-licence'),
      hasOpenLicence: has('open-licence'),
      isInvalidationPending: patent.isInvalidationPending,
      isCoOwned: patent.owners.length > 1,
    },
    consents: {
      pledgee: pledges.every((pledge) => pledge.hasConsent),
      coOwners,
      pledgeeInformed,
    },
  };
}
