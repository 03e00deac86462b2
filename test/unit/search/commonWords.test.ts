import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { bestOf } from '../../../search/columns/bestOf.ts';
import { createGeneration, type Generation } from '../../../search/embedded/generation.ts';
import { TITLE_LENGTH } from '../../../search/embedded/indexRow.ts';
import { strictMatch } from '../../../search/embedded/strictMatch.ts';
import { createTermRows, type TermRows } from '../../../search/embedded/termRows.ts';
import { parseQuery } from '../../../search/query/parseQuery.ts';
import { orderAnalysed } from '../../../search/ranking.ts';
import { createBenchCorpus } from '../../bench/search/corpus.ts';

const LISTINGS = 1_200;
const PAGE = 20;
/** Fewer than the product puts in order, since there are fewer listings. */
const CHOSEN = 80;

/** Words in a fifth to a half of all listings are not scored one by one; the first page must not suffer. */
describe('words that stand in very many listings', function () {
  this.timeout(60_000);
  const database = new DatabaseSync(':memory:');
  const corpus = createBenchCorpus();
  let generation: Generation;
  let rows: TermRows;

  before(() => {
    generation = createGeneration(database, 'public_1');
    rows = createTermRows(database, generation);
    database.exec('begin');
    for (let number = 0; number < LISTINGS; number += 1) generation.apply({ put: corpus.document(number) });
    database.exec('commit');
  });
  after(() => database.close());

  /** The first page as it is put in order from all, and from those chosen without reading them. */
  function firstPages(text: string) {
    const query = parseQuery(text);
    const lengths = generation.columns().number(TITLE_LENGTH);
    const match = strictMatch(rows, query.clauses, [], (slot) => lengths?.[slot] ?? 0, 0);
    const scores = match.roughScores(() => true, CHOSEN);
    const chosen = bestOf(
      [...scores.keys()],
      (left, right) => (scores.get(right) ?? 0) - (scores.get(left) ?? 0) || left - right,
      CHOSEN,
    );
    const order = (slots: number[]) => {
      const lines = generation.readLines(slots);
      return orderAnalysed(
        query,
        slots.map((slot, at) => ({
          id: generation.columns().idOf(slot),
          lines: lines[at] ?? { title: '', identifier: '', summary: '', body: '' },
        })),
      ).slice(0, PAGE);
    };
    return { found: match.slots.length, exact: order(match.slots), quick: order(chosen) };
  }

  const words = (count: number, word: (rank: number) => string) =>
    Array.from({ length: count }, (_, rank) => word(rank));

  for (const [name, texts] of Object.entries({
    'a word in Chinese': words(8, (rank) => corpus.hanWord(5 + rank * 3)),
    'a word in English': words(8, (rank) => `${corpus.latinWord(5 + rank * 3)} `),
  })) {
    it(`gives the same first page for ${name}`, () => {
      for (const text of texts) {
        const { found, exact, quick } = firstPages(text);
        assert.ok(found > LISTINGS / 3, `${text} is rarer than thought`);
        assert.deepEqual(quick, exact, text);
      }
    });
  }

  it('gives a first page for two of them of which no place is worth 2 % less', () => {
    for (const text of words(8, (rank) => `${corpus.hanWord(3 + rank)} ${corpus.hanWord(20 + rank)}`)) {
      const { exact, quick } = firstPages(text);
      for (const [place, { score }] of exact.entries()) {
        assert.ok((quick[place]?.score ?? 0) >= score * 0.98, `${text}: place ${place + 1}`);
      }
    }
  });
});
