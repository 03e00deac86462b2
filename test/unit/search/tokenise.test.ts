import assert from 'node:assert/strict';
import { normaliseText } from '../../../search/analysis/normaliseText.ts';
import { tokenise } from '../../../search/analysis/tokenise.ts';

const words = (text: string) =>
  tokenise(text)
    .filter(({ isExtra }) => !isExtra)
    .map(({ term }) => term);
const terms = (text: string) => new Set(tokenise(text).map(({ term }) => term));

/** Texts that are the same to somebody searching, by the term they must share. */
const SAME: [term: string, ...spellings: string[]][] = [
  ['0.00005m', '0.05mm', '0.05 mm', '０．０５ｍｍ', '0.050mm', '50 μm', '50µm', '50微米'],
  ['1200°c', '1200℃', '1 200 ℃', '1,200 °C', '1200 ℃', '1200摄氏度'],
  ['500000元', '50万元', '500,000元', '50 万元', '500000 元'],
  [
    '201710601862.3',
    'ZL201710601862.3',
    'ZL 2017 1 0601862.3',
    'CN201710601862.3',
    '201710601862.3',
    'ｚｌ２０１７１０６０１８６２．３',
    '2017106018623',
    'ZL2017106018623',
    '201710601862．3',
  ],
  ['201710601862', 'ZL201710601862.3', '201710601862', 'CN201710601862'],
  ['95115608.x', '95115608.X', 'ZL 95 1 15608.X', 'ZL95115608X', 'zl95115608.x'],
  ['97101765.4', '97101765.4'],
  ['201220572874.0', '201220572874.0', '2012205728740'],
  ['cn101234567b', 'CN101234567B', 'CN 101234567 B', 'cn101234567b'],
  ['cn1340998a', 'CN1340998A', 'CN 1340998 A'],
  ['cn302345678s', 'CN302345678S'],
  ['101234567', 'CN101234567B', '101234567'],
  ['h04l29/06', 'H04L 29/06', 'H04L29/06', 'h04l  29/06', 'Ｈ０４Ｌ２９／０６'],
  ['h04l', 'H04L 29/06', 'H04L', 'H04L 12/00'],
  ['c08l101/00', 'C08L 101/00', 'C08L101/00'],
  ['g06n3/0464', 'G06N 3/0464'],
  ['6061t6', '6061-T6', '6061T6', '6061—T6', '６０６１－Ｔ６'],
  ['6061', '6061-T6', '6061铝合金'],
  ['q345', 'Q345', 'q345', 'Q345钢板'],
  ['42crmo', '42CrMo', '42CRMO'],
  ['pm2.5', 'PM2.5', 'pm2.5治理', 'ＰＭ２．５'],
  ['ti6al4v', 'Ti-6Al-4V', 'Ti6Al4V'],
  ['a-2026-000123k', 'A-2026-000123K', 'a-2026-000123k'],
  ['91110000600037341l', '91110000600037341L', '统一社会信用代码91110000600037341L'],
  ['12100000400000624d', '12100000400000624D'],
  ['gb/t4754-2017', 'GB/T 4754-2017', 'GB/T4754-2017'],
  ['资讯', '资讯', '資訊'],
  ['铝合', '铝合金', '鋁合金'],
  ['steel', 'steel', 'Steels', 'ＳＴＥＥＬ'],
  ['naiv', 'naive', 'naïve', 'nai\u0308ve'],
  ['wifi', 'Wi-Fi', 'wifi'],
  ['5g', '5G通信', '5g'],
];

/** What must stay apart. */
const DIFFERENT: [term: string, text: string][] = [
  ['201710601862.3', '201710601862.4'],
  ['cn4123456a', 'CN101234567B'],
  ['h04l29/06', 'H04L 29/08'],
  ['6061t6', '6061 and T6 apart'],
  ['q345', 'Q3456'],
  ['0.00005m', '0.5mm'],
  ['建工', '在建 工程'],
];

describe('the analysis of a text', () => {
  for (const [term, ...spellings] of SAME) {
    it(`finds ${term} in ${spellings.join(', ')}`, () => {
      for (const spelling of spellings)
        assert.ok(terms(spelling).has(term), `${spelling}: ${[...terms(spelling)]}`);
    });
  }

  for (const [term, text] of DIFFERENT) {
    it(`does not find ${term} in ${text}`, () => assert.ok(!terms(text).has(term)));
  }

  it('cuts Han into overlapping pairs and leaves a single character alone', () => {
    assert.deepEqual(words('在建工程'), ['在建', '建工', '工程']);
    assert.deepEqual(words('钢, 铝'), ['钢', '铝']);
    assert.deepEqual(words('𠀀𠀁中'), ['𠀀𠀁', '𠀁中']);
  });

  it('takes identifiers out of the running text', () => {
    assert.deepEqual(words('专利号ZL201710601862.3。'), ['专利', '利号', '201710601862.3']);
    assert.deepEqual(words('PM2.5治理'), ['pm2.5', '治理']);
  });

  it('says where each term stands in the text as given', () => {
    for (const text of [
      '資訊６０６１－Ｔ６ naïve 5 ㎡ 1,200 mm',
      '😀铝合金 e\u0301tat',
      '厚度０．０５ｍｍ以下',
    ]) {
      for (const { start, end, term } of tokenise(text)) {
        assert.ok(start >= 0 && start < end && end <= text.length, `${term} ${start}-${end}`);
        assert.ok(terms(text.slice(start, end)).has(term), `${term} in ${text.slice(start, end)}`);
      }
    }
  });

  it('takes any string', () => {
    for (const text of [
      '',
      '\0',
      '\ud800',
      '\udc00\ud800',
      '😀',
      '"*^:()-',
      'a'.repeat(20_000),
      '工'.repeat(20_000),
      '9'.repeat(20_000),
      '9 '.repeat(10_000),
      '-'.repeat(20_000),
    ]) {
      assert.ok(Array.isArray(tokenise(text)));
    }
  });
});

describe('normaliseText', () => {
  it('brings spellings of one thing together', () => {
    assert.equal(normaliseText('１ ２００ ℃'), normaliseText('1200°C'));
    assert.equal(normaliseText('0.05mm'), normaliseText('0.05 mm'));
    assert.equal(normaliseText('50 万元'), normaliseText('50万元'));
    assert.equal(normaliseText('  鋁合金\u3000ALLOY '), '铝合金 alloy');
  });
});
