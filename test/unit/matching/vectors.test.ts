import assert from 'node:assert/strict';
import type { FoundListing } from '../../../search/searchIndex.ts';
import { explainMatch, recomputed } from '../../../server/matching/evidence/explainMatch.ts';
import { createMatchFinder } from '../../../server/matching/finding/matchFinder.ts';
import { loadGlossary } from '../../../server/matching/glossary/glossary.ts';
import { noStatistics } from '../../../server/matching/statistics/corpusStatistics.ts';
import { createOptionalVectors } from '../../../server/matching/vectors/optionalVectors.ts';
import { matchingTextOf } from '../../bench/match/benchTexts.ts';

const glossary = loadGlossary();
const DEMAND = matchingTextOf({
  id: 'D1',
  title: '轻合金焊道里的砂眼',
  text: '希望孔隙率不超过 1%。',
  meta: {},
});
const SUPPLY = matchingTextOf({
  id: 'S1',
  title: '厚板铝合金激光焊',
  text: '焊缝孔隙率低于 0.5%。',
  meta: {},
});

/** A finder whose index knows nothing, beside a source that answers so. */
function finderWith(answer?: () => Promise<FoundListing[]>) {
  const told: string[] = [];
  const log = { warn: (_: unknown, text?: string) => told.push(text ?? ''), info: () => told.push('again') };
  const source = { name: 'test', nearest: async () => (answer ? answer() : []) };
  const vectors = createOptionalVectors({ source, log: log as never, longestWaitMs: 50 });
  const finder = createMatchFinder({
    search: { probe: async (_index, probes) => probes.map(() => []) },
    statistics: () => noStatistics,
    glossary,
    loadTexts: async (ids) => [SUPPLY, DEMAND].filter(({ reference }) => ids.includes(reference)),
    ...(answer ? { vectors } : {}),
  });
  return { finder, told, vectors };
}

const near = (id: string) => async () => [{ id, score: 0.9 }];

describe('vectors as one more list of candidates', () => {
  it('bring a pair no probe found, in both directions, with the score it has without them', async () => {
    const [forDemand] = await finderWith(near('S1')).finder.suppliesFor(DEMAND);
    const [forSupply] = await finderWith(near('D1')).finder.demandsFor(SUPPLY);
    const alone = finderWith().finder.score(DEMAND, SUPPLY);
    assert.ok(forDemand && forSupply);
    assert.ok(forDemand.isFoundByVectors && forSupply.isFoundByVectors && !alone.isFoundByVectors);
    assert.ok(alone.score > 0);
    assert.deepEqual([forDemand.score, forSupply.score], [alone.score, alone.score]);
  });

  it('are named in the evidence, which computes the same without them', async () => {
    const [pair] = await finderWith(near('S1')).finder.suppliesFor(DEMAND);
    assert.ok(pair);
    const evidence = explainMatch(pair, { patents: [], statisticsVersion: '', glossary });
    assert.equal(evidence.isFoundByVectors, true);
    assert.equal(recomputed(evidence)?.score, evidence.score);
  });

  it('are off unless given', async () => {
    assert.deepEqual(await finderWith().finder.suppliesFor(DEMAND), []);
  });

  for (const [name, fail] of [
    ['fails', () => Promise.reject(new Error('down'))],
    ['never answers', () => new Promise<never>(() => {})],
  ] as const)
    it(`do no harm when the source ${name}, and the log says so once`, async () => {
      let isDown = true;
      const { finder, told, vectors } = finderWith(() => (isDown ? fail() : near('S1')()));
      assert.deepEqual(await finder.suppliesFor(DEMAND), []);
      assert.deepEqual(await finder.suppliesFor(DEMAND), []);
      assert.deepEqual(vectors.state(), { name: 'test', failures: 2 });
      isDown = false;
      assert.equal((await finder.suppliesFor(DEMAND)).length, 1);
      assert.deepEqual(told, ['vectors fail; matching goes on without', 'again']);
      assert.equal(vectors.state().failures, 0);
    });
});
