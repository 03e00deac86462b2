import assert from 'node:assert/strict';
import {
  annuityGraceDeadline,
  annuitySurchargePercent,
  isTermOver,
  patentExpiresOn,
} from '../../../server/patents/patentTerm.ts';
import { valueGrade } from '../../../server/patents/valueGrade.ts';

describe('term of a patent (Patent Law art. 42)', () => {
  const cases = [
    { kind: 'invention', filedOn: '2017-07-21', expiresOn: '2037-07-21' },
    { kind: 'utility-model', filedOn: '2012-11-02', expiresOn: '2022-11-02' },
    { kind: 'design', filedOn: '2021-06-01', expiresOn: '2036-06-01' },
    { kind: 'design', filedOn: '2021-05-31', expiresOn: '2031-05-31' },
    { kind: 'invention', filedOn: '2004-02-29', expiresOn: '2024-02-29' },
    { kind: 'utility-model', filedOn: '2004-02-29', expiresOn: '2014-02-28' },
    { kind: 'pct', filedOn: '2020-01-01', expiresOn: null },
    { kind: 'invention', filedOn: null, expiresOn: null },
    { kind: 'invention', filedOn: '2005-01-01', expiryOverride: '2028-03-01', expiresOn: '2028-03-01' },
  ];
  for (const { expiresOn, ...facts } of cases) {
    it(`${facts.kind} of ${facts.filedOn} ends on ${expiresOn}`, () => {
      assert.equal(patentExpiresOn(facts), expiresOn);
    });
  }

  it('is over from that day on', () => {
    const facts = { kind: 'utility-model', filedOn: '2012-11-02' };
    assert.equal(isTermOver(facts, '2022-11-01'), false);
    assert.equal(isTermOver(facts, '2022-11-02'), true);
    assert.equal(isTermOver({ kind: 'pct', filedOn: null }, '2022-11-02'), false);
  });
});

describe('annual fees paid late (Implementing Regulations r. 115)', () => {
  const cases: [string, number | null][] = [
    ['2026-01-15', 0],
    ['2026-02-15', 0],
    ['2026-02-16', 5],
    ['2026-03-16', 10],
    ['2026-06-16', 25],
    ['2026-07-15', 25],
    ['2026-07-16', null],
  ];
  for (const [paidOn, percent] of cases) {
    it(`cost ${percent} percent more on ${paidOn} when due on 2026-01-15`, () => {
      assert.equal(annuitySurchargePercent('2026-01-15', paidOn), percent);
    });
  }

  it('can be paid for six months, to the next working day', () => {
    assert.equal(annuityGraceDeadline('2026-01-15').dueOn, '2026-07-15');
    assert.equal(annuityGraceDeadline('2026-04-03').dueOn, '2026-10-08');
  });
});

describe('five grades by score', () => {
  const cases: [number, string][] = [
    [100, 'I'],
    [80.1, 'I'],
    [80, 'II'],
    [60, 'III'],
    [40, 'IV'],
    [20, 'IV'],
    [19.9, 'V'],
    [0, 'V'],
  ];
  for (const [score, grade] of cases)
    it(`${score} is ${grade}`, () => assert.equal(valueGrade(score), grade));
});
