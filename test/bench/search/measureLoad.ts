import type { FindRequest, SearchIndex } from '../../../search/searchIndex.ts';
import type { BenchCorpus } from './corpus.ts';
import { totalOf } from './measureSearches.ts';
import { percentiles } from './percentiles.ts';

const LASTS_MS = 10_000;
const CLIENTS = 8;
const UPDATE_EVERY_MS = 50;

/** Eight people search while twenty updates a second arrive. */
export async function measureLoad(
  index: SearchIndex,
  corpus: BenchCorpus,
  kinds: ((round: number) => FindRequest)[],
  listings: number,
) {
  const visible: number[] = [];
  const times: number[] = [];
  let overDeadline = 0;
  const end = performance.now() + LASTS_MS;
  const update = async () => {
    for (let number = 0; performance.now() < end; number += 1) {
      const begun = performance.now();
      await index.apply('public', [{ put: corpus.document(number % listings) }]);
      const took = performance.now() - begun;
      visible.push(took);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, UPDATE_EVERY_MS - took)));
    }
  };
  const search = async (client: number) => {
    for (let turn = client; performance.now() < end; turn += 1) {
      const requestOf = kinds[turn % kinds.length];
      if (!requestOf) return;
      const begun = performance.now();
      if ((await totalOf(index, requestOf(turn))) === null) overDeadline += 1;
      times.push(performance.now() - begun);
    }
  };
  await Promise.all([update(), ...Array.from({ length: CLIENTS }, (_, client) => search(client))]);
  return {
    searchesPerSecond: Math.round(times.length / (LASTS_MS / 1000)),
    search: percentiles(times),
    overDeadline,
    updateToVisible: percentiles(visible),
  };
}
