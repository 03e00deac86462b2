import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadGlossary } from '../../../server/matching/glossary/glossary.ts';
import { benchCollection } from '../../bench/match/benchCollection.ts';
import { readCollection } from '../../bench/match/readCollection.ts';

const DATA = join(import.meta.dirname, '../../bench/match/data');
const FIGURES = JSON.parse(await readFile(join(DATA, 'figures.json'), 'utf8')) as Record<
  string,
  { ndcg10: number; bm25: number }
>;
/** One point of a hundred. */
const POINT = 0.01;

describe('quality of matching on the labelled collection', () => {
  const glossary = loadGlossary();
  for (const [name, figure] of Object.entries(FIGURES)) {
    it(`${name} stays at nDCG@10 ${figure.ndcg10}`, async () => {
      const result = await benchCollection(await readCollection(join(DATA, name)), glossary);
      assert.ok(result.ndcg10 >= figure.ndcg10 - POINT, `nDCG@10 fell to ${result.ndcg10}`);
      assert.ok(result.ndcg10 > result.bm25.ndcg10, `plain BM25 has ${result.bm25.ndcg10}`);
      assert.equal(
        result.bm25.ndcg10,
        figure.bm25,
        'plain BM25 is the same as when the figure was written down',
      );
    });
  }
});
