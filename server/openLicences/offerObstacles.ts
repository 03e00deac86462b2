import type { Content, PatentRecord } from '../../models/records.ts';
import type { Money } from '../catalogue/inputs/amounts.ts';
import type { ListingFile } from '../catalogue/inputs/files.ts';
import { patentFacts } from '../patents/patentFacts.ts';
import { patentExpiresOn } from '../patents/patentTerm.ts';
import type { RuleFinding } from '../patents/ruleFinding.ts';
import { wholeText } from '../review/contentText.ts';
import { eligibilityFindings, type OpenLicenceDeclaration } from './eligibility.ts';
import { feeCapFindings } from './feeCaps.ts';

/** Everything the rules have to say about declaring this patent with these terms, what refuses first. */
export function offerFindings(patent: PatentRecord, content: Content): RuleFinding[] {
  const findings = [
    ...eligibilityFindings(declaration(patent, content)),
    ...feeCapFindings(feeTerms(content)),
  ];
  return findings.sort((one, other) => Number(other.outcome === 'block') - Number(one.outcome === 'block'));
}

/**
 * What keeps an offer from being announced, as codes of `ruleMessages`; empty when nothing does. An announcement
 * dated before the grant is refused as well (Patent Law art. 50, Implementing Regulations r. 85).
 */
export function offerObstacles(patent: PatentRecord, content: Content, announcedOn: string | null): string[] {
  const isBeforeGrant = announcedOn !== null && patent.grantedOn !== null && announcedOn < patent.grantedOn;
  const blocking = offerFindings(patent, content).filter((finding) => finding.outcome === 'block');
  return [...(isBeforeGrant ? ['pending-open-licence'] : []), ...blocking.map((finding) => finding.message)];
}

function declaration(patent: PatentRecord, content: Content): OpenLicenceDeclaration {
  const hasFile = (kind: string) =>
    ((content.files ?? []) as ListingFile[]).some((file) => file.kind === kind);
  const text = (name: string) => (typeof content[name] === 'string' ? content[name] : null);
  const hasReport = patent.hasEvaluationReport || hasFile('evaluation-report');
  return {
    patent: patentFacts(patent, { coOwners: patent.hasCoOwnerConsent || hasFile('co-owner-consent') }),
    patentKind: patent.kind,
    patentCount: ((content.patents ?? []) as string[]).length,
    namesAllOwners: patent.owners.length > 0,
    patentExpiresOn: patentExpiresOn(patent),
    paymentMode: text('paymentMode'),
    hasPaymentStandard:
      content.paymentMode === 'free' || content.price !== undefined || content.royaltyRate !== undefined,
    licenceFrom: text('periodFrom'),
    licenceUntil: text('periodTo'),
    text: wholeText('open-licence', content),
    evaluationReport: hasReport ? 'unknown' : 'none',
    attestsTruth: content.isTruthful === true,
  };
}

/** Caps are stated in yuan: a fee in another currency is not compared. */
function feeTerms({ paymentMode, price, royaltyBase, royaltyRate }: Content) {
  const stated = price as Money | undefined;
  const fen = stated?.currency === 'CNY' ? stated.fen : null;
  const isEntryFee = paymentMode === 'entry-fee-royalty';
  return {
    fixedFen: isEntryFee ? null : fen,
    entryFeeFen: isEntryFee ? fen : null,
    royaltyBase: typeof royaltyBase === 'string' ? royaltyBase : null,
    rateBasisPoints: typeof royaltyRate === 'number' ? royaltyRate : null,
  };
}
