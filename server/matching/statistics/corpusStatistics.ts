import { WEIGHTS } from '../weights.ts';
import type { CodeShare } from './codeCounter.ts';
import { genericTerms } from './genericWords.ts';

/** A term that goes together with another one in listings, and how closely, 0 to 1. */
export type Association = readonly [term: string, strength: number];

/** What a corpus says about words. A snapshot: matching never counts on the request path. */
export interface CorpusStatistics {
  /** Named on every card. */
  version: string;
  documents: number;
  /** Mean lengths in terms, titles and the rest. */
  headLength: number;
  bodyLength: number;
  /** In how many texts a term, or a concept by its id, stands. Terms of one text alone may be left out. */
  frequencies: ReadonlyMap<string, number>;
  associations: ReadonlyMap<string, readonly Association[]>;
  /** The patent subclasses and industries of the listings that say a term. */
  codes: ReadonlyMap<string, readonly CodeShare[]>;
}

/** What is assumed while no snapshot was made. */
export const noStatistics: CorpusStatistics = {
  version: 'none',
  documents: 0,
  headLength: 20,
  bodyLength: 250,
  frequencies: new Map(),
  associations: new Map(),
  codes: new Map(),
};

/**
 * How telling a term is: the logarithm of how rarely texts hold it, never below 0. Imagined listings smooth
 * the count, so that in a corpus of three a common word is still common.
 */
export function rarity(term: string, statistics: CorpusStatistics): number {
  const { imagined, genericShare, otherShare } = WEIGHTS.statistics;
  const share = genericTerms.has(term) ? genericShare : otherShare;
  const holders = (statistics.frequencies.get(term) ?? 0) + imagined * share;
  const total = statistics.documents + imagined;
  return Math.max(0, Math.log(1 + (total - holders + 0.5) / (holders + 0.5)));
}

/** The share of texts that hold a term, for choosing probes. */
export function shareOf(term: string, { frequencies, documents }: CorpusStatistics): number {
  return documents === 0 ? 0 : (frequencies.get(term) ?? 0) / documents;
}
