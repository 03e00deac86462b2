import { isStopWord } from '../../../search/analysis/stopWords.ts';
import { WEIGHTS } from '../weights.ts';
import { termsOf } from './nameTerms.ts';
import type { Concept } from './parseGlossary.ts';

/** How near a text comes to concepts, by id: a vector of length 1. */
export type Nearness = ReadonlyMap<string, number>;

/** The concepts whose names hold a term, each with what the term tells of it. */
type Holders = { id: string; tells: number }[];

/**
 * Finds the concepts a text is about though it says none of their names in full: all names of a concept together are
 * read as one short text, and the rarer a word is among concepts, the more it tells. So `一擦就沾色` comes near colour
 * fastness, one of whose names holds 沾色, and so does a supply that speaks of rubbing.
 */
export function createNearConcepts(concepts: readonly Concept[]) {
  let holders: ReadonlyMap<string, Holders> | null = null;

  /** @param terms the words of a text with how strongly it says them. */
  return function near(terms: Iterable<readonly [term: string, weight: number]>): Nearness {
    // Made when it is first asked for: many glossaries are only looked names up in.
    holders ??= holdersByTerm(concepts);
    const sums = new Map<string, number>();
    for (const [term, weight] of terms)
      for (const { id, tells } of holders.get(term) ?? [])
        sums.set(id, (sums.get(id) ?? 0) + Math.sqrt(weight) * tells);
    return nearest(sums);
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
function nearest(sums: ReadonlyMap<string, number>): Nearness {
  const { most, ground } = WEIGHTS.near;
  const first = [...sums]
    .sort(([one, left], [other, right]) => right - left || (one < other ? -1 : 1))
    .slice(0, most);
  const floor = ground * (first.at(-1)?.[1] ?? 0);
  const length = Math.sqrt(first.reduce((total, [, sum]) => total + (sum - floor) ** 2, 0)) || 1;
  return new Map(first.map(([id, sum]) => [id, (sum - floor) / length]));
}

function holdersByTerm(concepts: readonly Concept[]): ReadonlyMap<string, Holders> {
  const counts = countsByTerm(concepts);
  const told = [...counts].map(([term, byId]) => {
    const rarity = Math.log(1 + concepts.length / byId.size);
    return { term, rarity, said: [...byId].map(([id, count]) => ({ id, count: Math.sqrt(count) })) };
  });
  const squares = new Map<string, number>();
  for (const { rarity, said } of told)
    for (const { id, count } of said) squares.set(id, (squares.get(id) ?? 0) + (rarity * count) ** 2);
  const lengthOf = (id: string) => Math.sqrt(squares.get(id) ?? 0);
  const usual = Math.sqrt([...squares.values()].reduce((sum, square) => sum + square, 0) / concepts.length);
  const norm = (id: string) => 1 - WEIGHTS.near.lengthShare * (1 - lengthOf(id) / usual);
  return new Map(
    told.map(({ term, rarity, said }) => [
      term,
      said.map(({ id, count }) => ({ id, tells: (rarity ** 2 * count) / norm(id) })),
    ]),
  );
}

/** How often the names of each concept hold a term. */
function countsByTerm(concepts: readonly Concept[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { id, zh, en } of concepts)
    for (const term of [...zh, ...en].flatMap(termsOf)) {
      if (term.length < 2 || isStopWord(term)) continue;
      const byId = counts.get(term) ?? new Map<string, number>();
      counts.set(term, byId.set(id, (byId.get(id) ?? 0) + 1));
    }
  return counts;
}
