import type { FindRequest } from '../../../search/searchIndex.ts';
import type { BenchCorpus } from './corpus.ts';

const FACETS = [
  'field',
  'industry',
  'ipc',
  'trl',
  'cooperation',
  'price',
  'licence',
  'region',
  'organisation-kind',
];

/** The kinds of searches that are measured; each gives another search every round. */
export function queryKinds(
  corpus: BenchCorpus,
  listings: number,
): Record<string, (round: number) => FindRequest> {
  const request = (text: string, more: Partial<FindRequest> = {}): FindRequest => ({
    index: 'public',
    text,
    filter: {},
    facets: FACETS,
    offset: 0,
    limit: 20,
    ...more,
  });
  const han = (rank: number) => corpus.hanWord(rank);
  const latin = (rank: number) => corpus.latinWord(rank);
  const title = (number: number) => corpus.document(number % listings).texts[0]?.zh ?? '';
  const threeFacets = { facets: { field: ['0', '1'], trl: ['0', '1', '2'], price: ['0'] } };
  return {
    rareWord: (round) => request(han(8_000 + round * 7)),
    middlingWord: (round) => request(han(900 + round * 3)),
    commonWord: (round) => request(han(40 + round)),
    commonLatinWord: (round) => request(`${latin(40 + round)} `),
    twoWords: (round) => request(`${han(300 + round)} ${han(500 + round)}`),
    twoCommonWords: (round) => request(`${han(20 + round)} ${han(40 + round)}`),
    phrase: (round) => request(`"${title(round * 31).slice(0, 5)}"`),
    identifier: (round) => request(corpus.document((round * 97) % listings).identifiers[1] ?? ''),
    prefix: (round) => request(latin(1_000 + round).slice(0, 5)),
    wrongCharacter: (round) =>
      request(
        title(round * 53)
          .slice(0, 6)
          .replace(/^(..)./, '$1龘'),
      ),
    facetsOnly: () => request('', { sort: { by: 'publishedAt', direction: 'descending' } }),
    /** Nothing but the counts, as for a page's own facets. */
    facetCounts: () => request('', { limit: 0 }),
    textAndFacets: (round) => request(han(200 + round), { filter: threeFacets }),
    page20: (round) => request(han(100 + round), { offset: 380 }),
    zeroResults: (round) => request(`龘龘${round}`),
    longText: (round) =>
      request((corpus.document((round * 41) % listings).texts[2]?.zh ?? '').repeat(3).slice(0, 1_000)),
    singleCharacter: (round) => request(han(2_000 + round).charAt(0)),
  };
}
