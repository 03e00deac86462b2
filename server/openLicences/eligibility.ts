import { legalFindings, type PatentFacts } from '../patents/legalStatusRules.ts';
import type { RuleFinding } from '../patents/ruleFinding.ts';
import { advertisingWords } from './advertisingWords.ts';

export interface OpenLicenceDeclaration {
  patent: PatentFacts;
  patentKind: string;
  /** How many patents the declaration names. */
  patentCount: number;
  namesAllOwners: boolean;
  /** First day without protection, when known. */
  patentExpiresOn: string | null;
  paymentMode: string | null;
  /** A fee, rate or `free` is stated. */
  hasPaymentStandard: boolean;
  licenceFrom: string | null;
  licenceUntil: string | null;
  /** All text of the declaration, in whatever language. */
  text: string;
  evaluationReport: 'none' | 'positive' | 'negative' | 'unknown';
  attestsTruth: boolean;
}

const NEEDS_REPORT: readonly string[] = ['utility-model', 'design'];

/**
 * Whether a patent can be declared for open licence with these statements: Patent Law arts. 50–51, Implementing
 * Regulations rr. 85–86 and the declaration form. Fee caps are looked at apart (`feeCapFindings`).
 */
export function eligibilityFindings(declaration: OpenLicenceDeclaration): RuleFinding[] {
  return [
    ...legalFindings(declaration.patent, 'open-licence'),
    ...statementFindings(declaration),
    ...periodFindings(declaration),
    ...reportFindings(declaration),
    ...textFindings(declaration),
  ];
}

/** What the declaration has to state (r. 85) and the form asks for. */
function statementFindings(declaration: OpenLicenceDeclaration): RuleFinding[] {
  const findings: RuleFinding[] = [];
  const refuse = (source: RuleFinding['source'], message: RuleFinding['message'], field: string) =>
    findings.push({ outcome: 'block', source, message, field });
  if (declaration.patentCount !== 1) refuse('office-form', 'one-patent', 'patents');
  if (!declaration.namesAllOwners) refuse('regulations-85', 'owners-missing', 'owners');
  if (!declaration.paymentMode) refuse('regulations-85', 'payment-mode-missing', 'paymentMode');
  if (!declaration.hasPaymentStandard)
    refuse('regulations-85', 'payment-standard-missing', 'paymentStandard');
  if (!declaration.attestsTruth) refuse('regulations-88', 'attestation-missing', 'attestation');
  return findings;
}

/** A period is stated, runs forward and ends within the life of the patent (Civil Code art. 865). */
function periodFindings({
  licenceFrom,
  licenceUntil,
  patentExpiresOn,
}: OpenLicenceDeclaration): RuleFinding[] {
  const refuse = (source: RuleFinding['source'], message: RuleFinding['message']): RuleFinding[] => [
    { outcome: 'block', source, message, field: 'licencePeriod' },
  ];
  if (licenceUntil === null) return refuse('regulations-85', 'period-missing');
  if (licenceFrom !== null && licenceUntil < licenceFrom) return refuse('regulations-85', 'period-reversed');
  if (patentExpiresOn !== null && licenceUntil >= patentExpiresOn) {
    return refuse('civil-code-865', 'period-past-expiry');
  }
  return [];
}

/** Utility models and designs are granted without examination, so a report has to stand in for it. */
function reportFindings({ patentKind, evaluationReport }: OpenLicenceDeclaration): RuleFinding[] {
  if (!NEEDS_REPORT.includes(patentKind)) return [];
  const about = { source: 'patent-law-50', field: 'evaluationReport' } as const;
  if (evaluationReport === 'none') return [{ outcome: 'block', message: 'report-missing', ...about }];
  if (evaluationReport === 'negative') return [{ outcome: 'warn', message: 'report-negative', ...about }];
  return [];
}

function textFindings({ text }: OpenLicenceDeclaration): RuleFinding[] {
  const words = [...new Set(advertisingWords(text).map((match) => match.word))];
  if (words.length === 0) return [];
  return [{ outcome: 'warn', source: 'regulations-85', message: 'advertising-words', field: 'text', words }];
}

/** Files a declaration needs, by attachment kind (declaration form). */
export function requiredDocuments({
  patentKind,
  isCoOwned,
  isPledged,
  hasAgent,
}: {
  patentKind: string;
  isCoOwned: boolean;
  isPledged: boolean;
  hasAgent: boolean;
}): string[] {
  return [
    'declaration',
    'identity-proof',
    'fee-note',
    ...(isCoOwned ? ['co-owner-consent'] : []),
    ...(isPledged ? ['pledgee-consent'] : []),
    ...(NEEDS_REPORT.includes(patentKind) ? ['evaluation-report'] : []),
    ...(hasAgent ? ['power-of-attorney'] : []),
  ];
}
