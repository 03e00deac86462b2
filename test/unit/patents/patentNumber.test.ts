import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  displayPatentNumber,
  isFalselyMarked,
  parsePatentNumber,
  patentCheckCharacter,
  readPatentNumber,
} from '../../../server/patents/patentNumber.ts';

describe('patent numbers (ZC 0006-2003)', () => {
  const valid = [
    '201710601862.3',
    '95115608.X',
    '97101765.4',
    '99113861.9',
    '200510030457.8',
    '200510025251.6',
    '201220572874.0',
    '202310123456.6',
    '200410000001.2',
  ];
  for (const number of valid) {
    it(`accepts ${number}`, () => assert.equal(parsePatentNumber(number)?.canonical, number));
  }

  const wrong: [string, string, string | null][] = [
    ['201710601862.4', 'check', '3'],
    ['202310123456.7', 'check', '6'],
    ['200410000001.X', 'check', '2'],
    ['201701601862.3', 'type', '4'],
    ['200210601862.3', 'year', patentCheckCharacter('200210601862')],
    ['84115608.3', 'year', patentCheckCharacter('84115608')],
    ['201710601862', 'form', null],
    ['2017106018623.3', 'form', null],
    ['US201710601862.3', 'form', null],
    ['', 'form', null],
  ];
  for (const [number, problem, expectedCheck] of wrong) {
    it(`refuses ${number || 'nothing'} because of its ${problem}`, () => {
      assert.deepEqual(readPatentNumber(number), { number: null, problem, expectedCheck });
    });
  }

  it('reads the spellings people use', () => {
    for (const typed of [
      'ZL 2017 1 0601862.3',
      'zl2017106018623',
      'CN201710601862.3',
      '２０１７１０６０１８６２．３',
    ]) {
      assert.equal(parsePatentNumber(typed)?.canonical, '201710601862.3', typed);
    }
    assert.equal(parsePatentNumber('zl 95115608.x')?.canonical, '95115608.X');
  });

  it('knows kind, route and year', () => {
    const { kind, isInternational, year } = parsePatentNumber('201220572874.0') ?? {};
    assert.deepEqual(
      { kind, isInternational, year },
      { kind: 'utility-model', isInternational: false, year: 2012 },
    );
    const international = `200680012345.${patentCheckCharacter('200680012345')}`;
    assert.equal(parsePatentNumber(international)?.isInternational, true);
    assert.equal(parsePatentNumber('95115608.X')?.year, 1995);
  });

  it('shows the number as the office prints it', () => {
    assert.equal(displayPatentNumber('201710601862.3', { isGranted: true }), 'ZL 2017 1 0601862.3');
    assert.equal(displayPatentNumber('201710601862.3', { isGranted: false }), 'CN 2017 1 0601862.3');
    assert.equal(displayPatentNumber('95115608.X', { isGranted: true }), 'ZL 95 1 15608.X');
    assert.equal(displayPatentNumber('201710601862.3'), '2017 1 0601862.3');
    assert.equal(displayPatentNumber('EP1234567', { isGranted: true }), 'EP1234567');
  });

  it('finds the mark ZL on what is not granted', () => {
    assert.ok(isFalselyMarked('ＺＬ201710601862.3', { isGranted: false }));
    assert.equal(isFalselyMarked('ZL201710601862.3', { isGranted: true }), false);
    assert.equal(isFalselyMarked('CN201710601862.3', { isGranted: false }), false);
  });

  it('notices any single wrong digit and reads back what it displays', () => {
    const bodies = fc
      .tuple(
        fc.integer({ min: 2003, max: 2030 }),
        fc.constantFrom('1', '2', '3', '8', '9'),
        fc.integer({ min: 0, max: 9_999_999 }),
      )
      .map(([year, type, serial]) => `${year}${type}${String(serial).padStart(7, '0')}`);
    fc.assert(
      fc.property(
        bodies,
        fc.integer({ min: 5, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (body, at, shift) => {
          const canonical = `${body}.${patentCheckCharacter(body)}`;
          const shown = displayPatentNumber(canonical, { isGranted: true });
          assert.equal(parsePatentNumber(shown)?.canonical, canonical);
          const digit = (Number(body.charAt(at)) + shift) % 10;
          const mistyped = `${body.slice(0, at)}${digit}${body.slice(at + 1)}${canonical.slice(12)}`;
          assert.equal(readPatentNumber(mistyped).problem, 'check');
        },
      ),
    );
  });
});
