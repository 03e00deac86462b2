import type { PatentRecord } from '../../models/records.ts';
import { legalFindings, type PatentAct } from '../patents/legalStatusRules.ts';
import { patentFacts } from '../patents/patentFacts.ts';
import type { DealTerms } from './deal.ts';

export interface TermsFinding {
  patentId: string;
  outcome: 'info' | 'warn' | 'block';
  /** Translation key of the rule's sentence. */
  explanation: string;
}

/** What is done with the patents under these terms; null when they are not touched (consulting, service). */
export function patentActOf({
  contractType,
  licenceKind,
}: Pick<DealTerms, 'contractType' | 'licenceKind'>): PatentAct | null {
  if (contractType === 'TRF') return 'transfer';
  if (contractType !== 'LIC') return null;
  return licenceKind === 'exclusive' || licenceKind === 'sole' ? 'exclusive-licence' : 'ordinary-licence';
}

/** What the rules say to these terms on these patents; what the deal itself holds does not stand in its way. */
export function termsFindings(terms: DealTerms, patents: PatentRecord[], deal: string): TermsFinding[] {
  const act = patentActOf(terms);
  if (act === null) return [];
  return patents.flatMap((patent) =>
    legalFindings(patentFacts(patent, { coOwners: patent.hasCoOwnerConsent, ignoring: deal }), act).map(
      (finding) => ({
        patentId: patent._id,
        outcome: finding.outcome,
        explanation: `rules:${finding.message}`,
      }),
    ),
  );
}

/** The findings that forbid it. */
export function termsObstacles(terms: DealTerms, patents: PatentRecord[], deal: string): TermsFinding[] {
  return termsFindings(terms, patents, deal).filter(({ outcome }) => outcome === 'block');
}
