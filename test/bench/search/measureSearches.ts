import { type FindRequest, type SearchIndex, SearchUnavailable } from '../../../search/searchIndex.ts';
import { type Percentiles, percentiles } from './percentiles.ts';

export interface KindFigures extends Percentiles {
  /** How many were found in the last round. */
  lastTotal: number;
  /** Searches that had no answer in time; a page shows what the store has then. They count with the time they took. */
  overDeadline: number;
}

/** Times of each kind of search, one after another. */
export async function measureSearches(
  index: SearchIndex,
  kinds: Record<string, (round: number) => FindRequest>,
  rounds: number,
): Promise<Record<string, KindFigures>> {
  const results: Record<string, KindFigures> = {};
  for (const [kind, requestOf] of Object.entries(kinds)) {
    const times: number[] = [];
    let [lastTotal, overDeadline] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      const total = await totalOf(index, requestOf(round));
      if (total === null) {
        overDeadline += 1;
        // What is late is answered before the next one, and must not count as its time.
        await untilAnswering(index);
      } else lastTotal = total;
      times.push(performance.now() - begun);
    }
    results[kind] = { ...percentiles(times), lastTotal, overDeadline };
  }
  return results;
}

/** How many are found; null when the index did not say in time. */
export async function totalOf(index: SearchIndex, request: FindRequest): Promise<number | null> {
  try {
    return (await index.find(request)).total;
  } catch (error) {
    if (error instanceof SearchUnavailable) return null;
    throw error;
  }
}

async function untilAnswering(index: SearchIndex): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    const isAnswering = await index.state().then(
      () => true,
      () => false,
    );
    if (isAnswering) return;
  }
  throw new Error('the index did not answer any more');
}
