import assert from 'node:assert/strict';
import { advertisingWords } from '../../../server/openLicences/advertisingWords.ts';
import { type FeeTerms, feeCapFindings } from '../../../server/openLicences/feeCaps.ts';

describe('fee caps (CNIPA notice of 2024-07-16)', () => {
  const cases: [string, FeeTerms, string[]][] = [
    ['fixed 20,000,000.00', { fixedFen: 2_000_000_000 }, []],
    ['fixed 20,000,000.01', { fixedFen: 2_000_000_001 }, ['fixed-fee-cap']],
    ['20% of net sales', { royaltyBase: 'net-sales', rateBasisPoints: 2000 }, []],
    ['20.01% of net sales', { royaltyBase: 'net-sales', rateBasisPoints: 2001 }, ['net-sales-cap']],
    ['40% of profit', { royaltyBase: 'profit', rateBasisPoints: 4000 }, []],
    ['40.5% of profit', { royaltyBase: 'profit', rateBasisPoints: 4050 }, ['profit-cap']],
    [
      'entry fee 5,000,000 and 21% of net sales',
      { entryFeeFen: 500_000_000, royaltyBase: 'net-sales', rateBasisPoints: 2100 },
      ['net-sales-cap'],
    ],
    ['entry fee 30,000,000', { entryFeeFen: 3_000_000_000 }, ['fixed-fee-cap']],
    ['50% of added output value', { royaltyBase: 'added-output-value', rateBasisPoints: 5000 }, []],
    ['nothing', {}, []],
  ];
  for (const [name, terms, messages] of cases) {
    it(`${name}: ${messages.join(', ') || 'in order'}`, () => {
      const findings = feeCapFindings(terms);
      assert.deepEqual(
        findings.map((finding) => finding.message),
        messages,
      );
      assert.ok(findings.every((finding) => finding.outcome === 'warn'));
    });
  }
});

describe('advertising words', () => {
  it('are found in both languages with their place', () => {
    const text = '本产品行业第一，a revolutionary product.';
    const found = advertisingWords(text);
    assert.deepEqual(
      found.map((match) => match.word),
      ['行业第一', 'revolutionary'],
    );
    for (const { word, start, end } of found) assert.equal(text.slice(start, end), word);
  });

  const plain = [
    '第一步将铝粉与第二种粘结剂混合，最佳反应温度为 80 ℃。',
    '每台设备有唯一标识，可给予独家许可。',
    'The best mode of the first embodiment guarantees a tolerance of 0.05 mm.',
    '合格率由 82% 提高到 96%。',
  ];
  for (const text of plain) it(`are not in: ${text}`, () => assert.deepEqual(advertisingWords(text), []));
});
