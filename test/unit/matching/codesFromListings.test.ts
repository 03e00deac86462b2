import assert from 'node:assert/strict';
import { emptyGlossary } from '../../../server/matching/glossary/glossary.ts';
import { codesFromListings } from '../../../server/matching/reading/codesFromListings.ts';
import { inferCodes } from '../../../server/matching/reading/inferCodes.ts';
import { textProfile } from '../../../server/matching/scoring/textProfile.ts';
import { type CountedText, countCorpus } from '../../../server/matching/statistics/countCorpus.ts';

const NO_CODES = { ipc: [], industry: [], field: null };
const listing = (text: string, ipc: string[], industry: string[]): CountedText => ({
  profile: textProfile([{ text, weight: 1 }], emptyGlossary),
  codes: { ipc, industry },
});
const CORPUS = [
  ...[1, 2, 3, 4].map((at) => listing(`cathode electrolyte separator ${at}`, ['H01M 10/05'], ['3841'])),
  ...[1, 2, 3].map((at) => listing(`kiln glaze porcelain ${at}`, ['C04B 35/00'], ['3074'])),
  listing('cathode kiln', ['F27B 1/00'], []),
  listing('cathode sputtering vessel', [], []),
];
const wordsOf = (text: string) => text.split(' ').map((term) => [term, 1] as const);

describe('codes inferred from listings that carry them', () => {
  let statistics: Awaited<ReturnType<typeof countCorpus>>;
  before(async () => {
    statistics = await countCorpus(CORPUS);
  });

  it('are those of the listings that use the same words, with a confidence', () => {
    const likely = codesFromListings(wordsOf('cathod electrolyt separ unheard'), statistics);
    assert.deepEqual(
      likely.map(({ scheme, code }) => `${scheme} ${code}`),
      ['ipc H01M', 'industry 38'],
    );
    for (const { confidence } of likely) assert.ok(confidence > 0.9 && confidence <= 1, String(confidence));
  });

  it('are none where few words point anywhere, or they point in all directions', () => {
    assert.deepEqual(codesFromListings(wordsOf('cathod electrolyt'), statistics), []);
    assert.deepEqual(codesFromListings(wordsOf('unheard of words altogether'), statistics), []);
  });

  it('are not learnt from one or two listings', () => {
    assert.ok(![...statistics.codes.values()].flat().some(([code]) => code === 'ipc:F27B'));
  });

  it('give way to what a text states, and are marked where they are used', () => {
    const likely = codesFromListings(wordsOf('kiln glaze porcelain'), statistics);
    const stated = { ...NO_CODES, ipc: ['B60L'] };
    assert.deepEqual(
      inferCodes('demand', stated, () => likely, new Map(), emptyGlossary),
      {
        codes: stated,
        inferred: [],
      },
    );
    const { codes, inferred } = inferCodes('demand', NO_CODES, () => likely, new Map(), emptyGlossary);
    assert.deepEqual(codes, { ipc: ['C04B'], industry: ['30'], field: null });
    assert.deepEqual(
      inferred.map(({ side, scheme, code }) => `${side} ${scheme} ${code}`),
      ['demand ipc C04B', 'demand industry 30'],
    );
  });

  it('are part of a snapshot, whose version tells two corpora apart by them', async () => {
    const others = CORPUS.map(({ profile }) => ({ profile, codes: { ipc: ['A01B'], industry: [] } }));
    assert.notEqual((await countCorpus(others)).version, statistics.version);
  });
});
