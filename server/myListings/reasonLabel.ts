import type { Language } from '../localized.ts';
import { demandOutcomes } from '../vocabulary/demandOutcomes.ts';
import { openLicenceEndCauses } from '../vocabulary/openLicenceEndCauses.ts';
import { openLicenceRefusals } from '../vocabulary/openLicenceRefusals.ts';
import { reviewReasons } from '../vocabulary/reviewReasons.ts';
import { suspensionReasons } from '../vocabulary/suspensionReasons.ts';

const VOCABULARIES = [
  reviewReasons,
  suspensionReasons,
  demandOutcomes,
  openLicenceRefusals,
  openLicenceEndCauses,
];

/** A coded reason in words, whichever act it was given for; an unknown one as it is. */
export function reasonLabel(code: string, language: Language): string {
  return VOCABULARIES.find((vocabulary) => vocabulary.has(code))?.label(code, language) ?? code;
}
