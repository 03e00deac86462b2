import assert from 'node:assert/strict';
import {
  isRegionInUse,
  isWithin,
  regionChildren,
  regionLabel,
  regionPath,
} from '../../../server/vocabulary/regionPath.ts';
import { regions } from '../../../server/vocabulary/regions.ts';

describe('regionPath', () => {
  const cases: [string, string[]][] = [
    ['37', ['37']],
    ['370000', ['37']],
    ['3701', ['37', '3701']],
    ['370100', ['37', '3701']],
    ['370102', ['37', '3701', '370102']],
    ['210381', ['21', '2103', '210381']],
    ['21SF', ['21', '21SF']],
    ['3712', ['37', '3712']],
    ['99', []],
    ['3799', []],
    ['', []],
  ];
  for (const [code, path] of cases)
    it(`of ${code || 'nothing'}`, () => assert.deepEqual(regionPath(code), path));
});

describe('regions', () => {
  it('are 34 provinces, 14 cities and a reporting unit in Liaoning, 17 cities in Shandong', () => {
    assert.equal(regionChildren(null).length, 34);
    const liaoning = regionChildren('21');
    assert.equal(liaoning.filter((entry) => !entry.isReportingUnit).length, 14);
    assert.deepEqual(
      liaoning.filter((entry) => entry.isReportingUnit).map((entry) => entry.zh),
      ['沈抚示范区'],
    );
    assert.equal(regionChildren('37').length, 17);
    assert.equal(regionChildren('2103').length, 7);
  });

  it('all lie in one that is known', () => {
    for (const { code } of regions.entries) assert.equal(regionPath(code).length, code.length / 2, code);
  });

  it('are named in both languages', () => {
    assert.equal(regionLabel('370102', 'zh'), '历下区');
    assert.equal(regionLabel('370102', 'zh', { full: true }), '山东省济南市历下区');
    assert.equal(regionLabel('370102', 'en', { full: true }), 'Lixia, Jinan, Shandong');
    assert.equal(regionLabel('9999', 'en', { full: true }), '9999');
  });
});

describe('isWithin', () => {
  it('holds for a region and all it lies in', () => {
    const path = regionPath('370102');
    for (const code of ['37', '3701', '370102', '370000']) assert.ok(isWithin(path, code), code);
    for (const code of ['21', '3702', '370103']) assert.equal(isWithin(path, code), false, code);
  });
});

describe('a merged region', () => {
  it('stays readable but is out of use', () => {
    assert.equal(regionLabel('3712', 'en'), 'Laiwu');
    assert.ok(isRegionInUse('3712', '2019-06-30'));
    assert.equal(isRegionInUse('3712', '2020-01-01'), false);
    assert.ok(isRegionInUse('3701', '2020-01-01'));
    assert.equal(isRegionInUse('9999', '2020-01-01'), false);
  });
});
