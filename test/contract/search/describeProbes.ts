import assert from 'node:assert/strict';
import { CORPUS } from './corpus.ts';
import { type OpenIndex, opened, puts } from './openedIndex.ts';

/** How every search engine answers probes. */
export function describeProbes(open: OpenIndex): void {
  const index = opened(open, false);
  before(() => index().apply('matching', puts(Object.values(CORPUS))));

  it('answers each probe with its own list, best first', async () => {
    const probes = [
      {
        terms: [
          { text: '废水', weight: 2 },
          { text: '电镀', weight: 5 },
        ],
        filter: {},
        limit: 10,
      },
      { terms: [{ text: 'weld', weight: 1 }], filter: { kinds: ['patent'] }, limit: 10 },
      {
        terms: [
          { text: '固态电池', weight: 1 },
          { text: '6061t6', weight: 1 },
        ],
        filter: {},
        limit: 10,
      },
      { terms: [], filter: {}, limit: 10 },
      {
        terms: [
          { text: '"*', weight: 1 },
          { text: '\0', weight: 1 },
        ],
        filter: {},
        limit: 10,
      },
    ];
    const [water, weld, phrase, nothing, rubbish] = await index().probe('matching', probes);
    assert.deepEqual(
      water?.map(({ id }) => id),
      [CORPUS.waterDemand.id, CORPUS.water.id],
    );
    assert.deepEqual(
      weld?.map(({ id }) => id),
      [CORPUS.weld.id],
    );
    assert.deepEqual(new Set(phrase?.map(({ id }) => id)), new Set([CORPUS.solid.id, CORPUS.alloy.id]));
    assert.deepEqual([nothing, rubbish], [[], []]);
  });

  it('lets the weights decide', async () => {
    const probe = (copper: number, rice: number) => ({
      terms: [
        { text: '靶材', weight: copper },
        { text: '水稻', weight: rice },
      ],
      filter: {},
      limit: 1,
    });
    const [first, second] = await index().probe('matching', [probe(9, 1), probe(1, 9)]);
    assert.deepEqual([first?.[0]?.id, second?.[0]?.id], [CORPUS.copper.id, CORPUS.seeds.id]);
  });
}
