import assert from 'node:assert/strict';
import {
  legalFindings,
  PATENT_ACTS,
  type PatentAct,
  type PatentFacts,
} from '../../../server/patents/legalStatusRules.ts';
import { patentFacts } from '../../../server/patents/patentFacts.ts';
import { isBlocked, worstOutcome } from '../../../server/patents/ruleFinding.ts';
import { ruleMessages } from '../../../server/patents/ruleMessages.ts';
import { ruleSources } from '../../../server/patents/ruleSources.ts';

const NO_FLAGS = {
  isPledged: false,
  isPreserved: false,
  hasExclusiveOrSole: false,
  hasOpenLicence: false,
  isInvalidationPending: false,
  isCoOwned: false,
};

function facts(
  flags: Partial<PatentFacts['flags']> = {},
  { legalStatus = 'valid', ...consents }: Partial<PatentFacts['consents']> & { legalStatus?: string } = {},
): PatentFacts {
  return {
    legalStatus,
    flags: { ...NO_FLAGS, ...flags },
    consents: { pledgee: false, coOwners: false, pledgeeInformed: false, ...consents },
  };
}

/** Outcomes in the order open licence, ordinary, exclusive, transfer, pledge. */
const TABLE: [string, PatentFacts, string][] = [
  ['pending', facts({}, { legalStatus: 'pending' }), 'block warn warn info block'],
  ['valid', facts(), 'ok ok ok ok ok'],
  ['in the grace period', facts({}, { legalStatus: 'fee-grace' }), 'block warn warn warn block'],
  ['suspended', facts({}, { legalStatus: 'suspended' }), 'block warn warn block block'],
  ['preserved by a court', facts({ isPreserved: true }), 'block warn warn block block'],
  ['pledged without consent', facts({ isPledged: true }), 'block block block block block'],
  ['pledged with consent', facts({ isPledged: true }, { pledgee: true }), 'ok ok ok ok block'],
  ['exclusively licensed', facts({ hasExclusiveOrSole: true }), 'block block block warn warn'],
  ['under open licence', facts({ hasOpenLicence: true }), 'info info block warn warn'],
  ['attacked', facts({ isInvalidationPending: true }), 'warn warn warn warn block'],
  [
    'attacked, the pledgee knows',
    facts({ isInvalidationPending: true }, { pledgeeInformed: true }),
    'warn warn warn warn warn',
  ],
  ['co-owned without consent', facts({ isCoOwned: true }), 'block info block block block'],
  ['co-owned with consent', facts({ isCoOwned: true }, { coOwners: true }), 'ok ok ok ok ok'],
  ['lapsed', facts({}, { legalStatus: 'lapsed' }), 'block block block block block'],
  ['expired', facts({}, { legalStatus: 'expired' }), 'block block block block block'],
  ['abandoned', facts({}, { legalStatus: 'abandoned' }), 'block block block block block'],
  ['invalidated', facts({}, { legalStatus: 'invalidated' }), 'block block block block block'],
];

describe('what may be done with a patent that is', () => {
  for (const [name, patent, outcomes] of TABLE) {
    it(`${name}: ${outcomes}`, () => {
      const found = PATENT_ACTS.map((act) => worstOutcome(legalFindings(patent, act)));
      assert.equal(found.join(' '), outcomes);
    });
  }
});

describe('a finding', () => {
  const cases: [PatentFacts, PatentAct, string][] = [
    [facts({ hasOpenLicence: true }), 'exclusive-licence', 'patent-law-51'],
    [facts({}, { legalStatus: 'pending' }), 'open-licence', 'regulations-85'],
    [facts({ hasExclusiveOrSole: true }), 'open-licence', 'regulations-86-1'],
    [facts({ isPreserved: true }), 'open-licence', 'regulations-86-2'],
    [facts({}, { legalStatus: 'fee-grace' }), 'open-licence', 'regulations-86-3'],
    [facts({ isPledged: true }), 'open-licence', 'regulations-86-4'],
    [facts({ isPledged: true }), 'transfer', 'civil-code-444'],
    [facts({ isPreserved: true }), 'transfer', 'regulations-105'],
    [facts({}, { legalStatus: 'expired' }), 'ordinary-licence', 'civil-code-865'],
  ];
  for (const [patent, act, source] of cases) {
    it(`about ${act} names ${source}`, () => {
      assert.deepEqual(
        legalFindings(patent, act).map((finding) => finding.source),
        [source],
      );
    });
  }

  it('is one for each condition, and the gravest counts', () => {
    const patent = facts({ hasOpenLicence: true, isCoOwned: true, isInvalidationPending: true });
    const findings = legalFindings(patent, 'ordinary-licence');
    assert.deepEqual(findings.map((finding) => finding.condition).sort(), [
      'co-owned',
      'invalidation-pending',
      'open-licence-live',
    ]);
    assert.equal(worstOutcome(findings), 'warn');
    assert.equal(isBlocked(findings), false);
  });

  it('has a text and a source people can read', () => {
    for (const [, patent] of TABLE) {
      for (const finding of PATENT_ACTS.flatMap((act) => legalFindings(patent, act))) {
        assert.ok(ruleMessages.has(finding.message));
        assert.ok(ruleSources.has(finding.source));
      }
    }
  });
});

describe('facts of a stored patent', () => {
  const owner = { organisationId: 'o1' };
  const pledge = { kind: 'pledge', by: 'declared', since: '2025-01-01', hasConsent: true };
  const stored = {
    legalStatus: 'valid',
    isInvalidationPending: false,
    encumbrances: [pledge],
    owners: [owner],
  };

  it('count a pledge as consented only when every pledge is', () => {
    assert.equal(patentFacts(stored).consents.pledgee, true);
    const other = { ...pledge, hasConsent: false };
    assert.equal(patentFacts({ ...stored, encumbrances: [pledge, other] }).consents.pledgee, false);
  });

  it('leave out what the asking deal holds itself', () => {
    const licence = { kind: 'sole-licence', by: 'T-1', since: '2025-01-01', hasConsent: true };
    const patent = { ...stored, encumbrances: [licence] };
    assert.equal(patentFacts(patent).flags.hasExclusiveOrSole, true);
    assert.equal(patentFacts(patent, { ignoring: 'T-1' }).flags.hasExclusiveOrSole, false);
  });

  it('know co-ownership from the owners', () => {
    assert.equal(patentFacts(stored).flags.isCoOwned, false);
    assert.equal(patentFacts({ ...stored, owners: [owner, owner] }).flags.isCoOwned, true);
  });
});
