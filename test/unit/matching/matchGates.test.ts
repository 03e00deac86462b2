import assert from 'node:assert/strict';
import type { GateFacts } from '../../../server/matching/gates/gate.ts';
import { isBlocked, matchGates } from '../../../server/matching/gates/matchGates.ts';
import type { PatentFacts } from '../../../server/patents/legalStatusRules.ts';

type Flags = PatentFacts['flags'];

const NO_FLAGS: Flags = {
  isPledged: false,
  isPreserved: false,
  hasExclusiveOrSole: false,
  hasOpenLicence: false,
  isInvalidationPending: false,
  isCoOwned: false,
};

function patent(legalStatus: string, flags: Partial<Flags> = {}): PatentFacts {
  return {
    legalStatus,
    flags: { ...NO_FLAGS, ...flags },
    consents: { pledgee: false, coOwners: false, pledgeeInformed: false },
  };
}

const CONDITIONS: Record<string, PatentFacts> = {
  pending: patent('pending'),
  valid: patent('valid'),
  feeGrace: patent('fee-grace'),
  suspended: patent('suspended'),
  preserved: patent('valid', { isPreserved: true }),
  pledged: patent('valid', { isPledged: true }),
  exclusive: patent('valid', { hasExclusiveOrSole: true }),
  openLicence: patent('valid', { hasOpenLicence: true }),
  invalidation: patent('valid', { isInvalidationPending: true }),
  coOwned: patent('valid', { isCoOwned: true }),
  expired: patent('expired'),
  lapsed: patent('lapsed'),
  abandoned: patent('abandoned'),
  invalidated: patent('invalidated'),
};

const FORMS = [
  'licence-ordinary',
  'licence-exclusive',
  'licence-sole',
  'assignment',
  'equity',
  'co-development',
  'joint-implementation',
  'commissioned-development',
  'service',
  'consulting',
] as const;

/** Forms that domain rules 3.9 refuse, by condition; O ordinary, E exclusive and sole, T transfer and equity. */
const REFUSED: Record<string, string> = {
  pending: '',
  valid: '',
  feeGrace: '',
  suspended: 'T',
  preserved: 'T',
  pledged: 'OET',
  exclusive: 'OE',
  openLicence: 'E',
  invalidation: '',
  coOwned: 'ET',
  expired: 'OET',
  lapsed: 'OET',
  abandoned: 'OET',
  invalidated: 'OET',
};
const LETTER: Partial<Record<string, string>> = {
  'licence-ordinary': 'O',
  'licence-exclusive': 'E',
  'licence-sole': 'E',
  assignment: 'T',
  equity: 'T',
};

function facts(
  change: {
    demand?: Partial<GateFacts['demand']>;
    supply?: Partial<GateFacts['supply']>;
    patents?: PatentFacts[];
  } = {},
): GateFacts {
  return {
    demand: {
      cooperation: ['licence-ordinary'],
      priceFen: null,
      maturity: null,
      regionPath: ['21', '2101'],
      ...change.demand,
    },
    supply: {
      cooperation: ['licence-ordinary'],
      priceFen: null,
      maturity: null,
      territory: null,
      ...change.supply,
    },
    patents: change.patents ?? [],
  };
}

const stateOf = (given: GateFacts, name: string) =>
  matchGates(given).find((gate) => gate.name === name)?.state;

describe('matching gates', () => {
  for (const [condition, patentFacts] of Object.entries(CONDITIONS)) {
    for (const form of FORMS) {
      const isRefused = (REFUSED[condition] ?? '').includes(LETTER[form] ?? '-');
      it(`${condition}: ${form} is ${isRefused ? 'refused' : 'allowed'}`, () => {
        const given = facts({
          demand: { cooperation: [form] },
          supply: { cooperation: [form] },
          patents: [patentFacts],
        });
        const gate = matchGates(given).find(({ name }) => name === 'exclusivity');
        assert.equal(gate?.state, isRefused ? 'closed' : 'open');
        if (isRefused) assert.ok(gate?.source, 'a closed gate names its source');
      });
    }
  }

  it('closes the patent gate only when no patent is in force', () => {
    assert.equal(stateOf(facts({ patents: [patent('expired')] }), 'patent'), 'closed');
    assert.equal(stateOf(facts({ patents: [patent('expired'), patent('valid')] }), 'patent'), 'open');
    assert.equal(stateOf(facts(), 'patent'), 'open');
  });

  it('stays open when one shared form is allowed beside a refused one', () => {
    const both = ['licence-exclusive', 'licence-ordinary'];
    const given = facts({
      demand: { cooperation: both },
      supply: { cooperation: both },
      patents: [patent('valid', { hasOpenLicence: true })],
    });
    const gate = matchGates(given).find(({ name }) => name === 'exclusivity');
    assert.equal(gate?.state, 'open');
    assert.equal(gate?.values.forms, 'licence-ordinary');
    assert.ok(gate?.findings.some(({ source }) => source === 'patent-law-51'));
  });

  it('takes no pledge without consent, and lets it pass with it', () => {
    const consenting: PatentFacts = {
      ...patent('valid', { isPledged: true }),
      consents: { pledgee: true, coOwners: false, pledgeeInformed: false },
    };
    assert.equal(stateOf(facts({ patents: [consenting] }), 'exclusivity'), 'open');
  });

  const conditions: [name: string, given: GateFacts, expected: string][] = [
    ['cooperation', facts({ supply: { cooperation: ['assignment'] } }), 'closed'],
    ['cooperation', facts({ supply: { cooperation: ['assignment', 'licence-ordinary'] } }), 'open'],
    ['cooperation', facts({ supply: { cooperation: [] } }), 'unknown'],
    ['budget', facts({ demand: { priceFen: 100 }, supply: { priceFen: 101 } }), 'closed'],
    ['budget', facts({ demand: { priceFen: 100 }, supply: { priceFen: 100 } }), 'open'],
    ['budget', facts({ demand: { priceFen: 100 } }), 'unknown'],
    ['budget', facts({ supply: { priceFen: 100 } }), 'open'],
    ['maturity', facts({ demand: { maturity: 7 }, supply: { maturity: 6 } }), 'closed'],
    ['maturity', facts({ demand: { maturity: 7 }, supply: { maturity: 7 } }), 'open'],
    ['maturity', facts({ demand: { maturity: 7 } }), 'unknown'],
    ['territory', facts({ supply: { territory: '全国' } }), 'open'],
    ['territory', facts({ supply: { territory: '辽宁省内' } }), 'open'],
    ['territory', facts({ supply: { territory: '山东' } }), 'closed'],
    ['territory', facts({ supply: { territory: 'Shandong only' } }), 'closed'],
    ['territory', facts({ supply: { territory: 'worldwide' } }), 'open'],
    ['territory', facts({ supply: { territory: '除辽宁以外' } }), 'unknown'],
  ];
  for (const [name, given, expected] of conditions) {
    it(`${name} is ${expected} for ${JSON.stringify({ ...given.demand, ...given.supply })}`, () => {
      assert.equal(stateOf(given, name), expected);
    });
  }

  it('blocks as soon as one gate is closed', () => {
    assert.equal(isBlocked(matchGates(facts())), false);
    assert.equal(isBlocked(matchGates(facts({ supply: { cooperation: ['assignment'] } }))), true);
  });
});
