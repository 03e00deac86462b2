import assert from 'node:assert/strict';
import { quantities } from '../../../search/analysis/quantities.ts';

type Expected = [family: string, from: number | null, to: number | null, direction: string, said: string];

const CASES: [text: string, ...expected: Expected[]][] = [
  ['厚度≤0.05mm', ['length', null, 0.00005, 'atMost', '0.05mm']],
  ['thickness of no more than 50 μm', ['length', null, 0.00005, 'atMost', '50 μm']],
  ['不超过 1 200 ℃', ['temperature', null, 1200, 'atMost', '1 200 ℃']],
  ['at least 95% purity', ['ratio', 95, null, 'atLeast', '95%']],
  ['纯度９５％以上', ['ratio', 95, null, 'atLeast', '９５％']],
  ['不低于500MPa', ['pressure', 5e8, null, 'atLeast', '500MPa']],
  ['-40~85℃', ['temperature', -40, 85, 'between', '-40~85℃']],
  ['温度-20℃以下', ['temperature', null, -20, 'atMost', '-20℃']],
  ['工作温度为-40℃至-20℃', ['temperature', -40, -20, 'between', '-40℃至-20℃']],
  ['精度±0.01 mm', ['length', -0.00001, 0.00001, 'within', '0.01 mm']],
  ['0.05mm-0.1mm', ['length', 0.00005, 0.0001, 'between', '0.05mm-0.1mm']],
  ['between 20 °C and 30 °C', ['temperature', 20, 30, 'between', '20 °C and 30 °C']],
  ['预算50万元', ['money', 500_000, 500_000, 'exactly', '50万元']],
  ['3-5亿元', ['money', 3e8, 5e8, 'between', '3-5亿元']],
  ['年处理3～5万吨', ['mass', 3e7, 5e7, 'between', '3～5万吨']],
  ['约 30 kW', ['power', 30_000, 30_000, 'about', '30 kW']],
  ['导热系数大于 400 W/(m·K)', ['conductivity', 400, null, 'atLeast', '400 W/(m·K)']],
  ['10 mW and 10 MW', ['power', 0.01, 0.01, 'exactly', '10 mW'], ['power', 1e7, 1e7, 'exactly', '10 MW']],
  ['粘度 5 mPa·s', ['viscosity', 0.005, 0.005, 'exactly', '5 mPa·s']],
  ['1.2×10⁻⁶ mol/L', ['molarity', 1.2e-6, 1.2e-6, 'exactly', '1.2×10⁻⁶ mol/L']],
  ['up to 1,200 °C', ['temperature', null, 1200, 'atMost', '1,200 °C']],
  ['2017年起3年', ['time', 94_672_800, 94_672_800, 'exactly', '3年']],
  ['304L、5G、6061-T6、10元素、Q345'],
];

describe('quantities', () => {
  for (const [text, ...expected] of CASES) {
    it(`reads ${text}`, () => {
      const read = quantities(text).map(
        ({ family, from, to, direction, start, end }): Expected => [
          family,
          from,
          to,
          direction,
          text.slice(start, end),
        ],
      );
      assert.deepEqual(read, expected);
    });
  }
});
