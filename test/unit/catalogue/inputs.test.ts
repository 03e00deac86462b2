import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fieldsOf, LISTING_KINDS, readContent } from '../../../server/catalogue/catalogue.ts';
import type { Field, FormBody } from '../../../server/catalogue/field.ts';
import { inputs } from '../../../server/catalogue/inputs/inputs.ts';
import { METRIC_COLUMNS } from '../../../server/catalogue/inputs/metrics.ts';
import { PATENT_ID } from '../../support/listingRecords.ts';

const field = (input: Field['input'], change: Partial<Field> = {}): Field => ({
  name: 'thing',
  input,
  label: { zh: '东西', en: 'Thing' },
  visibility: 'public',
  isMaterial: true,
  step: 'detail',
  ...change,
});

/** One field of every input, as the kinds really declare them. */
const declared = LISTING_KINDS.flatMap((kind) => [...fieldsOf(kind)]);
const samples = Object.keys(inputs).map(
  (name) => declared.find(({ input }) => input === name) ?? field(name as Field['input']),
);

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\r\n',
    '<script>alert(1)</script>',
    '{{title}}',
    '__proto__',
    'constructor',
    '$set',
    '😀'.repeat(40),
  ),
  fc.constantFrom(
    '1e999',
    '-0',
    '1e22',
    '0x10',
    'NaN',
    '１２．５',
    '3,000',
    '20%',
    '0.0000001',
    '999999999.999999',
    '2026-02-30',
  ),
  fc.constantFrom(
    '2026年3月1日',
    'ZL 2017 1 0601862.3',
    'EP 3456789 B1',
    'C22C 21/00；H04L29/06',
    'yes',
    '\ud800',
  ),
);
const hostileValue = fc.oneof(
  hostileText,
  fc.array(hostileText, { maxLength: 3 }),
  fc.constantFrom<unknown>(null, 1, true, {}, [[]]),
);

function namesOf({ name, vocabulary }: Field): string[] {
  const rows = [0, 1, 19, 20].flatMap((row) => METRIC_COLUMNS.map((column) => `${name}.${row}.${column}`));
  return [
    name,
    `${name}.zh`,
    `${name}.en`,
    `${name}.amount`,
    `${name}.currency`,
    ...rows,
    ...(vocabulary?.codes.slice(0, 2) ?? []),
  ];
}

describe('every input of the catalogue', () => {
  for (const sample of samples) {
    it(`${sample.input}: takes whatever is sent, and what it accepts survives being shown and sent again`, () => {
      const bodies = fc.dictionary(fc.constantFrom(...namesOf(sample)), hostileValue, { maxKeys: 12 });
      fc.assert(
        fc.property(bodies, (body: FormBody) => {
          const { content, issues } = readContent([sample], body);
          for (const issue of issues) assert.match(issue.message, /^forms:/);
          const value = content[sample.name];
          if (value === undefined) return;
          const written = inputs[sample.input].write(value, sample);
          assert.deepEqual(readContent([sample], written).content[sample.name], value);
          for (const language of ['zh', 'en'] as const) inputs[sample.input].show(value, sample, language);
        }),
        { numRuns: 400 },
      );
    });
  }
});

describe('a figure', () => {
  it('is read back from the way it prints itself, however large or small', () => {
    const metrics = field('metrics');
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const row = { indicator: '强度', operator: 'ge', value: value + 0, unit: '' };
        const written = inputs.metrics.write([row], metrics);
        assert.deepEqual(readContent([metrics], written).content.thing, [row]);
      }),
    );
  });
});

describe('what people type', () => {
  const read = (sample: Field, body: FormBody) => readContent([sample], body);

  it('is taken as an amount in units of 10,000 and kept in fen', () => {
    const money = field('money');
    assert.deepEqual(read(money, { 'thing.amount': '30' }).content.thing, {
      fen: 30_000_000,
      currency: 'CNY',
    });
    assert.deepEqual(read(money, { 'thing.amount': '0.000001' }).content.thing, { fen: 1, currency: 'CNY' });
    assert.deepEqual(inputs.money.show({ fen: 30_000_000, currency: 'CNY' }, money, 'zh'), ['30 万元']);
    for (const wrong of ['-1', '1e9', 'thirty', '0.0000001', '1000001'])
      assert.deepEqual(read(money, { 'thing.amount': wrong }).issues[0]?.message, 'forms:amount', wrong);
  });

  it('is never rounded silently', () => {
    assert.equal(read(field('rate'), { thing: '3.5%' }).content.thing, 350);
    assert.equal(read(field('rate'), { thing: '3.555' }).issues[0]?.message, 'forms:rate');
    assert.equal(read(field('number'), { thing: '2.5' }).issues[0]?.message, 'forms:number');
  });

  it('is taken as a day in the usual spellings, and refused when there is no such day', () => {
    for (const typed of ['2026-03-01', '2026/3/1', '2026年3月1日', '2026.03.01'])
      assert.equal(read(field('date'), { thing: typed }).content.thing, '2026-03-01');
    assert.equal(read(field('date'), { thing: '2026-02-30' }).issues[0]?.message, 'forms:date');
  });

  it('is taken as patent numbers with their check digit, each once', () => {
    const patents = field('patentNumbers');
    assert.deepEqual(read(patents, { thing: 'ZL 2017 1 0601862.3\nCN201710601862.3' }).content.thing, [
      PATENT_ID,
    ]);
    assert.equal(read(patents, { thing: '201710601862.4' }).issues[0]?.message, 'forms:patentNumber');
  });

  it('is taken as IPC symbols, each once', () => {
    assert.deepEqual(read(field('ipcSymbols'), { thing: 'c22c21/00；C22C 21/00, H04L29/06' }).content.thing, [
      'C22C 21/00',
      'H04L 29/06',
    ]);
  });

  it('is taken as rows of figures; blank rows are skipped and half-filled ones are told what is missing', () => {
    const rows = {
      'thing.0.operator': 'ge',
      'thing.2.indicator': '强度',
      'thing.2.operator': 'ge',
      'thing.2.value': '350',
      'thing.2.unit': 'MPa',
    };
    assert.deepEqual(read(field('metrics'), rows).content.thing, [
      { indicator: '强度', operator: 'ge', value: 350, unit: 'MPa' },
    ]);
    const { issues } = read(field('metrics'), { 'thing.0.indicator': '强度' });
    assert.deepEqual(
      issues.map((issue) => [issue.field, issue.message]),
      [
        ['thing.0.operator', 'forms:required'],
        ['thing.0.value', 'forms:required'],
      ],
    );
  });

  it('is refused beyond the limits with the limit named', () => {
    const { issues } = read(field('text', { maximum: 5 }), { 'thing.zh': '一二三四五六' });
    assert.deepEqual(issues, [{ field: 'thing.zh', message: 'forms:tooLong', values: { maximum: 5 } }]);
  });
});
