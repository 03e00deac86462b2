import assert from 'node:assert/strict';
import { attachmentKinds } from '../../../server/vocabulary/attachmentKinds.ts';
import { contractSubtypes } from '../../../server/vocabulary/contractSubtypes.ts';
import { contractTypes } from '../../../server/vocabulary/contractTypes.ts';
import { conversionModes } from '../../../server/vocabulary/conversionModes.ts';
import { cooperationForms } from '../../../server/vocabulary/cooperationForms.ts';
import { industries, industryPath, isIndustryCode } from '../../../server/vocabulary/industries.ts';
import { ipcClasses } from '../../../server/vocabulary/ipcClasses.ts';
import { ipcSections } from '../../../server/vocabulary/ipcSections.ts';
import { licenceKinds } from '../../../server/vocabulary/licenceKinds.ts';
import { readinessLevel, stageOfLevel } from '../../../server/vocabulary/maturity.ts';
import { poolFields } from '../../../server/vocabulary/poolFields.ts';
import { technologyFields } from '../../../server/vocabulary/technologyFields.ts';

describe('cooperation forms', () => {
  it('count as a conversion mode and grant a licence kind that exist', () => {
    for (const form of cooperationForms.entries) {
      assert.ok(conversionModes.has(form.conversionMode), form.code);
      if (form.licenceKind !== null) assert.ok(licenceKinds.has(form.licenceKind), form.code);
    }
  });
});

describe('contract types', () => {
  it('are five, each with subtypes', () => {
    assert.deepEqual(contractTypes.codes, ['DEV', 'TRF', 'LIC', 'CON', 'SRV']);
    const typesWithSubtypes = new Set<string>(contractSubtypes.entries.map((entry) => entry.contractType));
    assert.deepEqual([...typesWithSubtypes].sort(), [...contractTypes.codes].sort());
  });
});

describe('fields', () => {
  it('are the eleven of contract statistics and the nine of the Liaoning pool', () => {
    assert.equal(technologyFields.codes.length, 11);
    assert.equal(poolFields.codes.length, 9);
  });
});

describe('industries', () => {
  it('are twenty sections and 97 divisions, each below a section', () => {
    const sections = industries.entries.filter((entry) => entry.parent === null);
    const divisions = industries.entries.filter((entry) => entry.parent !== null);
    assert.equal(sections.map((entry) => entry.code).join(''), 'ABCDEFGHIJKLMNOPQRST');
    assert.equal(divisions.length, 97);
    assert.deepEqual(
      divisions.map((entry) => Number(entry.code)),
      Array.from({ length: 97 }, (_, index) => index + 1),
    );
    for (const { parent } of divisions) assert.ok(parent !== null && industries.has(parent));
  });

  it('know where a code lies', () => {
    assert.deepEqual(industryPath('C'), ['C']);
    assert.deepEqual(industryPath('34'), ['C', '34']);
    assert.deepEqual(industryPath('3441'), ['C', '34', '344', '3441']);
    assert.deepEqual(industryPath('98'), []);
    for (const wrong of ['U', '00', '98', '3', '34411', 'C34'])
      assert.equal(isIndustryCode(wrong), false, wrong);
  });
});

describe('IPC classes', () => {
  it('lie in the eight sections', () => {
    assert.deepEqual(ipcSections.codes.join(''), 'ABCDEFGH');
    for (const entry of ipcClasses.entries) assert.ok(ipcSections.has(entry.parent), entry.code);
    for (const code of ['A01', 'B33', 'C12', 'G16', 'H10']) assert.ok(ipcClasses.has(code), code);
  });
});

describe('maturity', () => {
  const cases = [
    { scale: 'TRL9', level: '1', readiness: 1, stage: 'initial' },
    { scale: 'TRL9', level: '4', readiness: 4, stage: 'initial' },
    { scale: 'TRL9', level: '5', readiness: 5, stage: 'pilot' },
    { scale: 'TRL9', level: '7', readiness: 7, stage: 'pilot' },
    { scale: 'TRL9', level: '8', readiness: 8, stage: 'mature' },
    { scale: 'QD13', level: '4', readiness: 4, stage: 'initial' },
    { scale: 'QD13', level: '13', readiness: 9, stage: 'mature' },
    { scale: 'TRL9', level: '10', readiness: null, stage: null },
    { scale: 'other', level: '3', readiness: null, stage: null },
  ];
  for (const { scale, level, readiness, stage } of cases) {
    it(`takes ${scale} ${level} as readiness ${readiness}, stage ${stage}`, () => {
      assert.equal(readinessLevel(scale, level), readiness);
      assert.equal(stageOfLevel(scale, level), stage);
    });
  }
});

describe('a code unknown to a table', () => {
  it('is shown as it is', () => {
    assert.equal(attachmentKinds.label('papyrus', 'zh'), 'papyrus');
    assert.equal(attachmentKinds.label('contract', 'zh'), '合同');
  });
});
