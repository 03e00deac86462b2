import assert from 'node:assert/strict';
import {
  eligibilityFindings,
  type OpenLicenceDeclaration,
  requiredDocuments,
} from '../../../server/openLicences/eligibility.ts';
import type { PatentFacts } from '../../../server/patents/legalStatusRules.ts';

const PATENT: PatentFacts = {
  legalStatus: 'valid',
  flags: {
    isPledged: false,
    isPreserved: false,
    hasExclusiveOrSole: false,
    hasOpenLicence: false,
    isInvalidationPending: false,
    isCoOwned: false,
  },
  consents: { pledgee: false, coOwners: false, pledgeeInformed: false },
};

const DECLARATION: OpenLicenceDeclaration = {
  patent: PATENT,
  patentKind: 'invention',
  patentCount: 1,
  namesAllOwners: true,
  patentExpiresOn: '2037-07-21',
  paymentMode: 'lump-sum',
  hasPaymentStandard: true,
  licenceFrom: '2026-01-01',
  licenceUntil: '2030-12-31',
  text: '本专利涉及一种镁合金的热处理方法，抗拉强度不低于 320 MPa。',
  evaluationReport: 'none',
  attestsTruth: true,
};

function flagged(flags: Partial<PatentFacts['flags']>): Partial<OpenLicenceDeclaration> {
  return { patent: { ...PATENT, flags: { ...PATENT.flags, ...flags } } };
}

describe('an open-licence declaration', () => {
  it('has nothing against it when it is complete', () => {
    assert.deepEqual(eligibilityFindings(DECLARATION), []);
  });

  const cases: [string, Partial<OpenLicenceDeclaration>, string, string][] = [
    ['an application', { patent: { ...PATENT, legalStatus: 'pending' } }, 'block', 'pending-open-licence'],
    ['an expired patent', { patent: { ...PATENT, legalStatus: 'expired' } }, 'block', 'ended-open-licence'],
    ['overdue fees', { patent: { ...PATENT, legalStatus: 'fee-grace' } }, 'block', 'fee-grace-open-licence'],
    ['a live exclusive licence', flagged({ hasExclusiveOrSole: true }), 'block', 'exclusive-open-licence'],
    ['a preservation', flagged({ isPreserved: true }), 'block', 'suspended-open-licence'],
    ['a pledge without consent', flagged({ isPledged: true }), 'block', 'pledged-open-licence'],
    ['co-owners who did not consent', flagged({ isCoOwned: true }), 'block', 'co-owned-consent'],
    ['a pending invalidation', flagged({ isInvalidationPending: true }), 'warn', 'invalidation-warn'],
    ['two patents', { patentCount: 2 }, 'block', 'one-patent'],
    ['an owner left out', { namesAllOwners: false }, 'block', 'owners-missing'],
    ['no payment mode', { paymentMode: null }, 'block', 'payment-mode-missing'],
    ['no fee standard', { hasPaymentStandard: false }, 'block', 'payment-standard-missing'],
    ['no period', { licenceUntil: null }, 'block', 'period-missing'],
    ['a period that runs backwards', { licenceUntil: '2025-12-31' }, 'block', 'period-reversed'],
    ['a period past expiry', { licenceUntil: '2037-07-21' }, 'block', 'period-past-expiry'],
    ['a utility model without report', { patentKind: 'utility-model' }, 'block', 'report-missing'],
    ['a design without report', { patentKind: 'design' }, 'block', 'report-missing'],
    ['a negative report', { patentKind: 'design', evaluationReport: 'negative' }, 'warn', 'report-negative'],
    ['advertising', { text: '遥遥领先的首选方案' }, 'warn', 'advertising-words'],
    ['no attestation', { attestsTruth: false }, 'block', 'attestation-missing'],
  ];
  for (const [name, change, outcome, message] of cases) {
    it(`with ${name}: ${outcome}`, () => {
      const findings = eligibilityFindings({ ...DECLARATION, ...change });
      assert.deepEqual(
        findings.map((finding) => [finding.outcome, finding.message]),
        [[outcome, message]],
      );
    });
  }

  it('may run to the last day of the patent, and a positive report will do', () => {
    assert.deepEqual(eligibilityFindings({ ...DECLARATION, licenceUntil: '2037-07-20' }), []);
    const design = { ...DECLARATION, patentKind: 'design', evaluationReport: 'positive' as const };
    assert.deepEqual(eligibilityFindings(design), []);
  });

  it('names the advertising words it found, each once', () => {
    const text = '首选，还是首选；world-leading';
    const [finding] = eligibilityFindings({ ...DECLARATION, text });
    assert.deepEqual(finding?.words, ['首选', 'world-leading']);
  });
});

describe('documents of a declaration', () => {
  it('depend on kind, owners, pledge and agent', () => {
    const plain = { patentKind: 'invention', isCoOwned: false, isPledged: false, hasAgent: false };
    assert.deepEqual(requiredDocuments(plain), ['declaration', 'identity-proof', 'fee-note']);
    assert.deepEqual(
      requiredDocuments({ patentKind: 'design', isCoOwned: true, isPledged: true, hasAgent: true }).slice(3),
      ['co-owner-consent', 'pledgee-consent', 'evaluation-report', 'power-of-attorney'],
    );
  });
});
