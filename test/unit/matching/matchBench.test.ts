import assert from 'node:assert/strict';
import { join } from 'node:path';
import { loadGlossary } from '../../../server/matching/glossary/glossary.ts';
import quality from '../../../server/matching/quality.json' with { type: 'json' };
import { benchCollection } from '../../bench/match/benchCollection.ts';
import { readCollection } from '../../bench/match/readCollection.ts';

const DATA = join(import.meta.dirname, '../../bench/match/data/final');
/** One point of a hundred. */
const POINT = 0.01;

describe('quality of matching on the labelled collection', () => {
  const glossary = loadGlossary();
  for (const [name, figure] of Object.entries(quality)) {
    it(`stays as good as it is said to be on final/${name}, nDCG@10 ${figure.ndcg10}`, async () => {
      const result = await benchCollection(await readCollection(join(DATA, name)), glossary);
      assert.ok(result.ndcg10 >= figure.ndcg10 - POINT, `nDCG@10 fell to ${result.ndcg10}`);
      assert.ok(result.ndcg10 > result.bm25.ndcg10, `plain BM25 has ${result.bm25.ndcg10}`);
      assert.ok(Math.abs(result.recall10 - figure.recall10) <= POINT, `recall@10 is ${result.recall10}`);
      const { ndcg10, recall10 } = result.bm25;
      assert.deepEqual({ ndcg10, recall10 }, figure.bm25, 'plain BM25 is as when it was written down');
    });
  }
});
