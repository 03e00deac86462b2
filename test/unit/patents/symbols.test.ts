import assert from 'node:assert/strict';
import { ipcLevels, isLocarnoSymbol, parseIpcSymbol } from '../../../server/patents/ipcSymbol.ts';
import { parsePublicationNumber } from '../../../server/patents/publicationNumber.ts';

describe('publication numbers', () => {
  const valid: [string, string, boolean][] = [
    ['CN1340998A', 'CN1340998A', false],
    ['CN101234567B', 'CN101234567B', true],
    ['cn 201234567 u', 'CN201234567U', true],
    ['CN302345678S', 'CN302345678S', true],
    ['CN101234567B2', 'CN101234567B2', true],
  ];
  for (const [typed, canonical, isGrant] of valid) {
    it(`accepts ${typed}`, () => {
      const number = parsePublicationNumber(typed);
      assert.equal(number?.canonical, canonical);
      assert.equal(number?.isGrant, isGrant);
    });
  }
  for (const wrong of ['CN4123456A', 'CN12345678A', 'CN1012345678B', 'US1340998A', 'CN101234567', '']) {
    it(`refuses ${wrong || 'nothing'}`, () => assert.equal(parsePublicationNumber(wrong), null));
  }
});

describe('IPC symbols', () => {
  const valid: [string, string][] = [
    ['A01B 1/00', 'A01B 1/00'],
    ['H04L29/06', 'H04L 29/06'],
    ['h04l  29/06', 'H04L 29/06'],
    ['C08L 101/00', 'C08L 101/00'],
    ['G06N 3/0464', 'G06N 3/0464'],
    ['H10K 50/00', 'H10K 50/00'],
    ['G06Q', 'G06Q'],
    ['Ｇ０６Ｑ　５０／００', 'G06Q 50/00'],
    ['A61K 8/123456', 'A61K 8/123456'],
    ['B29K 1005/00', 'B29K 1005/00'],
  ];
  for (const [typed, canonical] of valid) {
    it(`accepts ${typed}`, () => assert.equal(parseIpcSymbol(typed)?.canonical, canonical));
  }
  const invalid = [
    'I01B 1/00',
    'A1B 1/00',
    'A01B 0/00',
    'A01B 1/0',
    'Y02E 10/50',
    'B29K 105:04',
    'A01',
    'A01B 1/',
  ];
  for (const wrong of invalid) {
    it(`refuses ${wrong}`, () => assert.equal(parseIpcSymbol(wrong), null));
  }

  it('lie in section, class and subclass', () => {
    assert.deepEqual(parseIpcSymbol('H04L 29/06')?.levels, ['H', 'H04', 'H04L']);
    assert.deepEqual(ipcLevels(['H04L 29/06', 'H04W 4/00', 'nonsense']), ['H', 'H04', 'H04L', 'H04W']);
  });

  it('are not what designs are classified by', () => {
    assert.ok(isLocarnoSymbol('06-01'));
    assert.equal(isLocarnoSymbol('H04L'), false);
  });
});
