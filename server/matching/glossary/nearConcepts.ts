import { isStopWord } from '../../../search/analysis/stopWords.ts';
import { bestOf } from '../../../search/columns/bestOf.ts';
import { WEIGHTS } from '../weights.ts';
import { termsOf } from './nameTerms.ts';
import type { Concept } from './parseGlossary.ts';

/** How near a text comes to concepts, by id: a vector of length 1. */
export type Nearness = ReadonlyMap<string, number>;

/** The concepts whose names hold a term, by their places, each with what the term tells of it. */
interface Holders {
  places: Uint32Array;
  tells: Float64Array;
}

/**
 * Finds the concepts a text is about though it says none of their names in full: all names of a concept together are
 * read as one short text, and the rarer a word is among concepts, the more it tells. So `一擦就沾色` comes near colour
 * fastness, one of whose names holds 沾色, and so does a supply that speaks of rubbing.
 */
export function createNearConcepts(concepts: readonly Concept[]) {
  let holders: ReadonlyMap<string, Holders> | null = null;
  // One row of sums for all texts, as hundreds are read for one match.
  const sums = new Float64Array(concepts.length);

  /** @param terms the words of a text with how strongly it says them. */
  return function near(terms: Iterable<readonly [term: string, weight: number]>): Nearness {
    // Made when it is first asked for: many glossaries are only looked names up in.
    holders ??= holdersByTerm(concepts);
    sums.fill(0);
    for (const [term, weight] of terms) {
      const found = holders.get(term);
      if (found === undefined) continue;
      const strength = Math.sqrt(weight);
      for (let at = 0; at < found.places.length; at += 1) {
        const place = found.places[at] ?? 0;
        sums[place] = (sums[place] ?? 0) + strength * (found.tells[at] ?? 0);
      }
    }
    return new Map(nearest(sums).map(([place, value]) => [concepts[place]?.id ?? '', value]));
  };
}

/** How much two texts come near the same concepts, 0 to 1. */
export function likeness(left: Nearness, right: Nearness): number {
  let sum = 0;
  for (const [id, value] of left) sum += value * (right.get(id) ?? 0);
  return sum;
}

/** The concepts both texts come nearest to, by id. */
export function sharedConcepts(left: Nearness, right: Nearness, most: number): string[] {
  return [...left]
    .map(([id, value]) => ({ id, both: value * (right.get(id) ?? 0) }))
    .filter(({ both }) => both > 0)
    .sort((one, other) => other.both - one.both || (one.id < other.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}

/** The first of many, and of these what lifts them above the last. */
function nearest(sums: Float64Array): [place: number, value: number][] {
  const { most, ground } = WEIGHTS.near;
  const sumOf = (place: number) => sums[place] ?? 0;
  const places: number[] = [];
  for (let place = 0; place < sums.length; place += 1) if (sumOf(place) > 0) places.push(place);
  const first = bestOf(places, (one, other) => sumOf(other) - sumOf(one) || one - other, most);
  const floor = ground * sumOf(first.at(-1) ?? -1);
  const length = Math.sqrt(first.reduce((total, place) => total + (sumOf(place) - floor) ** 2, 0)) || 1;
  return first.map((place) => [place, (sumOf(place) - floor) / length]);
}

function holdersByTerm(concepts: readonly Concept[]): ReadonlyMap<string, Holders> {
  const counts = countsByTerm(concepts);
  const rarityOf = (holding: number) => Math.log(1 + concepts.length / holding);
  const squares = new Float64Array(concepts.length);
  for (const byPlace of counts.values())
    for (const [place, count] of byPlace)
      squares[place] = (squares[place] ?? 0) + rarityOf(byPlace.size) ** 2 * count;
  const usual = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / concepts.length);
  const norm = (place: number) => 1 - WEIGHTS.near.lengthShare * (1 - Math.sqrt(squares[place] ?? 0) / usual);
  return new Map(
    [...counts].map(([term, byPlace]) => {
      const square = rarityOf(byPlace.size) ** 2;
      const tells = [...byPlace].map(([place, count]) => (square * Math.sqrt(count)) / norm(place));
      return [term, { places: Uint32Array.from(byPlace.keys()), tells: Float64Array.from(tells) }];
    }),
  );
}

/** How often the names of each concept, by its place, hold a term. */
function countsByTerm(concepts: readonly Concept[]): Map<string, Map<number, number>> {
  const counts = new Map<string, Map<number, number>>();
  for (const [place, { zh, en }] of concepts.entries())
    for (const term of [...zh, ...en].flatMap(termsOf)) {
      if (term.length < 2 || isStopWord(term)) continue;
      const byPlace = counts.get(term) ?? new Map<number, number>();
      counts.set(term, byPlace.set(place, (byPlace.get(place) ?? 0) + 1));
    }
  return counts;
}
