import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeAny, encodeDocument, type Plain } from '../../../models/embedded/bson.ts';
import { decodeFast } from '../../../models/embedded/decode.ts';
import { parseProjection } from '../../../models/embedded/project.ts';

const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', 'x', 'title') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('__proto__', 'constructor', '标题', 'é', '$ref', '0', 'a'.repeat(70)),
  },
);
const scalar = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.string(),
  fc.constantFrom('', 'a\0b', '短', '一个长一点的文字一个长一点的文字', 'exactly 12 b', 'thirteen byte'),
);
const { document } = fc.letrec<{ value: unknown; document: Plain }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    tie('document'),
  ),
  document: fc
    .array(fc.tuple(name, tie('value')), { maxLength: 6 })
    .map((entries) => Object.fromEntries(entries) as Plain),
}));

const path = fc.constantFrom('a', 'b', 'c', 'a.a', 'a.b', 'a.b.c', 'b.a', 'title.x', '__proto__');
const projection = fc
  .tuple(fc.uniqueArray(path, { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 1))
  .map(([paths, kept]) => Object.fromEntries(paths.map((each) => [each, kept])));

describe('reading the bytes of a document', () => {
  it('gives what a reader of all BSON gives, in the same order', () => {
    fc.assert(
      fc.property(document, (given) => {
        const bytes = encodeDocument(given);
        const read = decodeFast(bytes, null);
        if (read === null) assert.ok(JSON.stringify(given).includes('"$ref"'), 'left to the general reader');
        else {
          assert.deepEqual(read, decodeAny(bytes));
          assert.deepEqual(encodeDocument(read), bytes);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives of the fields asked for what picking them afterwards gives', () => {
    fc.assert(
      fc.property(document, projection, (given, fields) => {
        const bytes = encodeDocument({ _id: 'x', ...given });
        const project = parseProjection(fields);
        assert.ok(project);
        assert.deepEqual(encodeDocument(project.decode(bytes)), encodeDocument(project.of(decodeAny(bytes))));
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes no damaged bytes for a document that the general reader refuses or reads otherwise', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(255), fc.nat(), (given, place, byte, length) => {
        const whole = encodeDocument(given);
        const bytes = whole.slice(0, byte < 32 ? length % whole.length : whole.length);
        if (bytes.length > 0) bytes[place % bytes.length] = byte;
        const read = decodeFast(bytes, null);
        if (read !== null) assert.deepEqual(encodeDocument(read), encodeDocument(decodeAny(bytes)));
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes neither bytes behind a document nor another spelling of a known name', () => {
    assert.equal(decodeFast(Buffer.concat([encodeDocument({ a: 1 }), Buffer.from([0])]), null), null);
    assert.deepEqual(decodeFast(encodeDocument({ é: 1 }), null), { é: 1 });
    const bytes = encodeDocument({ a: 1 });
    bytes[5] = 0xe9;
    assert.deepEqual(decodeFast(bytes, null), decodeAny(bytes));
  });

  it('leaves types beyond the usual ones to the general reader', () => {
    const bytes = encodeDocument({ a: 1, file: Buffer.from('abc') });
    assert.equal(decodeFast(bytes, null), null);
    const project = parseProjection({ a: 1 });
    assert.deepEqual(project?.decode(bytes), { a: 1 });
  });
});
