import assert from 'node:assert/strict';
import { unitAsWhole } from '../../../search/analysis/wholeUnit.ts';
import { emptyGlossary } from '../../../server/matching/glossary/glossary.ts';
import { readQuantities } from '../../../server/matching/reading/readQuantities.ts';
import {
  askedFigures,
  compareFigures,
  figureOfMetric,
  offeredFigures,
  verdictOf,
} from '../../../server/matching/scoring/metricsPart.ts';

type Read = [said: string, indicator: string, family: string, from: number | null, to: number | null];

const CASES: [text: string, ...expected: Read[]][] = [
  ['含气量 ≤ 1.5 mL/100 g', ['1.5 mL/100 g', '含气量', 'unit:ml/100g', null, 1.5]],
  ['脂肪含量不高于 5 g/100 mL', ['5 g/100 mL', '脂肪含量', 'unit:g/100ml', null, 5]],
  ['粉尘排放 ≤10 mg/m3', ['10 mg/m3', '粉尘排放', 'concentration', null, 0.01]],
  ['去除速率 ≥ 20 mg/(L·h)', ['20 mg/(L·h)', '去除速率', 'unit:mg/h·l', 20, null]],
  ['电耗≤15 kWh/t', ['15 kWh/t', '电耗', 'unit:kwh/t', null, 15]],
  ['运行成本不高于 200 元/吨', ['200 元/吨', '运行成本', 'unit:元/t', null, 200]],
  ['年节约 3 万元/年', ['3 万元/年', '年节约', 'unit:元/a', 30_000, 30_000]],
  ['导热系数大于 5 W/(m·K)', ['5 W/(m·K)', '导热系数', 'conductivity', 5, null]],
  ['传热系数 ≥ 800 W/(m2·K)', ['800 W/(m2·K)', '传热系数', 'unit:w/k·m2', 800, null]],
  ['断裂韧性 ≥ 6 MPa·m^1/2', ['6 MPa·m^1/2', '断裂韧性', 'unit:Mpa·m:½', 6, null]],
  ['冲次 ≥ 30 次/min', ['30 次/min', '冲次', 'unit:次/min', 30, null]],
  ['处理能力不低于 24 t/d', ['24 t/d', '处理能力', 'throughput', 1, null]],
  ['湿度 ≤ 80%RH', ['80%RH', '湿度', 'unit:%rh', null, 80]],
  ['蒸发强度 20 kg/(m2·h)', ['20 kg/(m2·h)', '蒸发强度', 'unit:kg/h·m2', 20, 20]],
  ['温度 80-120 ℃', ['80-120 ℃', '温度', 'temperature', 80, 120]],
  ['精度 ±0.02 mm，', ['0.02 mm', '精度', 'length', -0.00002, 0.00002]],
  ['纯度 ≥99.9%', ['99.9%', '纯度', 'ratio', 99.9, null]],
  ['at least 95% purity', ['95%', '', 'ratio', 95, null]],
  ['电导率 1.2×10^-6 S/cm', ['1.2×10^-6 S/cm', '电导率', 'unit:s/cm', 0.0000012, 0.0000012]],
  ['硬度不低于 60HRC', ['60HRC', '硬度', 'hardness-rockwell', 60, null]],
  ['浓度 5 g·L⁻¹ 以下', ['5 g·L⁻¹', '浓度', 'concentration', null, 5000]],
  [
    '高温硬度 ≥ 52 HRC(500 ℃)',
    ['52 HRC', '高温硬度', 'hardness-rockwell', 52, null],
    ['500 ℃', '', 'temperature', 500, 500],
  ],
  ['辊身硬度 HRC 50–54，', ['HRC 50–54', '辊身硬度', 'hardness-rockwell', 50, 54]],
  ['硬度保持 HRC52 以上', ['HRC52', '硬度保持', 'hardness-rockwell', 52, null]],
  ['硬度不低于 HRC 60', ['HRC 60', '硬度', 'hardness-rockwell', 60, null]],
  ['24 V/50 Hz', ['24 V', '', 'voltage', 24, 24], ['50 Hz', '', 'frequency', 50, 50]],
  ['5 mm/10 mm', ['5 mm', '', 'length', 0.005, 0.005], ['10 mm', '', 'length', 0.01, 0.01]],
  ['尺寸 10 m*5 m', ['10 m', '尺寸', 'length', 10, 10], ['5 m', '', 'length', 5, 5]],
  ['a rate of 30 times per minute', ['30 times per minute', 'a rate', 'unit:次/min', 30, 30]],
];

describe('reading quantities', () => {
  for (const [text, ...expected] of CASES) {
    it(`reads ${text}`, () => {
      const read = readQuantities(text, true).map(
        ({ said, indicator, family, from, to }): Read => [said, indicator, family, from, to],
      );
      assert.deepEqual(read, expected);
    });
  }
});

describe('units as a whole', () => {
  const SAME = [
    ['mg/(L·h)', 'mg·L⁻¹·h⁻¹', 'mg/L/h', 'mg/(h·L)'],
    ['MPa·m^1/2', 'MPa·m½', 'MPa√m'],
    ['元/吨', 'yuan/t', '元每吨'],
    ['mL/100 g', 'ml/100g', '毫升/100克'],
    ['t/d', '吨/天', 't·d-1'],
    ['m3/h', '立方米/小时', 'm³·h⁻¹'],
    ['kWh/t', 'kW·h/吨'],
  ];
  for (const [first = '', ...others] of SAME) {
    it(`${first} is ${others.join(', ')}`, () => {
      for (const other of others) assert.equal(unitAsWhole(other).family, unitAsWhole(first).family);
    });
  }

  it('never takes an unknown unit for its first part or for another', () => {
    for (const unit of ['mL/100 g', 'mL/g', 'W/m2', 'MPa·s', 'mW/kg', 'MW/kg', '℃/min', 'kg/件', 't/次']) {
      const others = ['mL', 'W', 'MPa', 'mW', 'MW', '℃', 'kg', 't', '%'].map(
        (each) => unitAsWhole(each).family,
      );
      assert.ok(!others.includes(unitAsWhole(unit).family), unit);
    }
    assert.notEqual(unitAsWhole('mW/kg').family, unitAsWhole('MW/kg').family);
  });
});

describe('figures', () => {
  const row = (unit: string) => figureOfMetric({ indicator: '含气量', operator: 'le', value: 1.5, unit });

  it('shows a figure in the unit it was written in', () => {
    const [asked] = askedFigures([], readQuantities('单次上机轧制量不低于 3800 t。', true));
    const [offered] = offeredFigures([], readQuantities('单次上机轧制量达到 2 400 吨', true));
    assert.deepEqual([asked?.said, offered?.said], ['3800 t', '2 400 吨']);
    assert.equal(asked?.family, offered?.family);
  });

  it('compares a row with a text in the very same unit, however it is spaced', () => {
    const offered = offeredFigures([], readQuantities('铸件含气量低于 1 mL/100g。', true));
    const [comparison] = compareFigures([row('mL/100 g')], offered, emptyGlossary);
    assert.ok(comparison);
    assert.equal(verdictOf(comparison), 'met');
  });

  it('does not compare a unit with its first part', () => {
    const offered = offeredFigures([], readQuantities('铸件含气量 1 mL。', true));
    const [comparison] = compareFigures([row('mL/100 g')], offered, emptyGlossary);
    assert.ok(comparison);
    assert.equal(verdictOf(comparison), 'unknown');
  });
});
