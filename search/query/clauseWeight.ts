import type { Clause } from './parseQuery.ts';

/** An identifier tells more than a word, a word more than a pair of characters. */
const KIND_WEIGHTS: Record<Clause['kind'], number> = {
  identifier: 4,
  phrase: 3,
  number: 2,
  latin: 1.5,
  han: 1,
};
const STOP_WORD_WEIGHT = 0.1;

/** What a clause counts beside others, its rarity apart. */
export function clauseWeight({ kind, isStopWord }: Clause): number {
  return isStopWord ? STOP_WORD_WEIGHT : KIND_WEIGHTS[kind];
}
