import assert from 'node:assert/strict';
import { industrialCompanySize, isSmallOrMedium } from '../../../server/organisations/companySize.ts';
import { parseCreditCode, readCreditCode } from '../../../server/organisations/creditCode.ts';

describe('unified social credit codes (GB 32100-2015)', () => {
  const valid = [
    '91110000600037341L',
    '91110000802100433B',
    '9144030071526726XG',
    '91440300708461136T',
    '91330100799655058B',
    '91370200264574251E',
    '91370200163562681G',
    '91370000163044841F',
    '91210000558190456G',
    '12100000400000624D',
  ];
  for (const code of valid) {
    it(`accepts ${code} with its organisation code`, () => {
      assert.deepEqual(readCreditCode(code), { code, problem: null, hasOrganisationCodeWarning: false });
    });
  }

  const wrong: [string, string, string | null][] = [
    ['91110000600037342L', 'check', 'P'],
    ['19110000600037341L', 'check', '4'],
    ['91110000600037341', 'form', null],
    ['91110000600037341I', 'form', null],
    ['9111A000600037341L', 'form', null],
    ['', 'form', null],
  ];
  for (const [code, problem, expectedCheck] of wrong) {
    it(`refuses ${code || 'nothing'} because of its ${problem}`, () => {
      assert.deepEqual(readCreditCode(code), { code: null, problem, expectedCheck });
    });
  }

  it('accepts letters for the authority, small letters, spaces and wide characters', () => {
    assert.equal(parseCreditCode(' 9111 0000 6000 37341l '), '91110000600037341L');
    assert.equal(parseCreditCode('９１１１００００６０００３７３４１Ｌ'), '91110000600037341L');
    assert.equal(readCreditCode('N1110000600037341L').problem, 'check');
  });

  it('only warns when the organisation code inside does not add up', () => {
    const { problem, expectedCheck } = readCreditCode('911100006000373490') as {
      problem: string;
      expectedCheck: string;
    };
    assert.equal(problem, 'check');
    assert.deepEqual(readCreditCode(`91110000600037349${expectedCheck}`), {
      code: `91110000600037349${expectedCheck}`,
      problem: null,
      hasOrganisationCodeWarning: true,
    });
  });
});

describe('size of an industrial enterprise', () => {
  const million = 100_000_000;
  const cases: [number, number, string][] = [
    [1000, 400 * million, 'large'],
    [999, 400 * million, 'medium'],
    [5000, 400 * million - 1, 'medium'],
    [300, 20 * million, 'medium'],
    [299, 20 * million, 'small'],
    [300, 20 * million - 1, 'small'],
    [20, 3 * million, 'small'],
    [19, 300 * million, 'micro'],
    [500, 3 * million - 1, 'micro'],
  ];
  for (const [staff, revenueFen, size] of cases) {
    it(`is ${size} with ${staff} people and ${revenueFen / million} million`, () => {
      assert.equal(industrialCompanySize({ staff, revenueFen }), size);
      assert.equal(isSmallOrMedium(size), size !== 'large');
    });
  }
});
