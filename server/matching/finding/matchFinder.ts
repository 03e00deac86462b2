import type { SearchFilter, SearchIndex } from '../../../search/searchIndex.ts';
import { createBreather } from '../breather.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { MatchingText } from '../matchingText.ts';
import type { InferredCode } from '../reading/inferCodes.ts';
import { type Reading, readText } from '../reading/readText.ts';
import {
  matchInputs,
  type ReadDemand,
  type ReadSupply,
  readDemand,
  readSupply,
  usedInferences,
} from '../scoring/matchInputs.ts';
import { type MatchInputs, type MatchScore, scoreInputs } from '../scoring/scoreInputs.ts';
import type { CorpusStatistics } from '../statistics/corpusStatistics.ts';
import type { OptionalVectors } from '../vectors/optionalVectors.ts';
import { BUNDLED_WEIGHTS, type UsedWeights } from '../weights.ts';
import { fuse } from './fuse.ts';
import { probesFor, secondProbe } from './probes.ts';
import { createRecentCache } from './recentCache.ts';

/** A pair with its score and what it was computed from. */
export interface ScoredPair extends MatchScore {
  demand: MatchingText;
  supply: MatchingText;
  inputs: MatchInputs;
  inferred: InferredCode[];
  /** The weights of the parts it was scored with. */
  weights: UsedWeights;
  /** No probe found it, only its vector did. Says nothing about the score. */
  isFoundByVectors: boolean;
}

interface FinderParts {
  search: Pick<SearchIndex, 'probe'>;
  /** The snapshot in use; asked once a run. */
  statistics: () => CorpusStatistics;
  glossary: Glossary;
  /** The weights that are live; the bundled ones when not given. */
  weights?: () => UsedWeights;
  /** The texts of these references that are live, in any order. */
  loadTexts: (references: string[]) => Promise<MatchingText[]>;
  /** One more list of candidates; never needed. */
  vectors?: Pick<OptionalVectors, 'nearest'> | undefined;
}

export const SUPPLY_FILTER: SearchFilter = { kinds: ['achievement', 'patent', 'open-licence'] };
export const DEMAND_FILTER: SearchFilter = { kinds: ['demand'] };

const PROBE_LIMIT = 120;
const SUPPLY_CANDIDATES = 250;
/** Fewer, as reading a demand clause by clause takes twice as long as reading a supply. */
const DEMAND_CANDIDATES = 120;
const SECOND_ROUND_FROM = 5;
const SECOND_ROUND = 40;
/** Texts loaded at once. */
const SLICE = 10;
const CACHED_TEXTS = 3_000;

/** Finds and ranks the other side of a listing: many short probes, one scorer of our own. */
export function createMatchFinder({
  search,
  statistics,
  glossary,
  weights = () => BUNDLED_WEIGHTS,
  loadTexts,
  vectors,
}: FinderParts) {
  const supplies = createRecentCache<ReadSupply>(CACHED_TEXTS);
  const demands = createRecentCache<ReadDemand>(CACHED_TEXTS);
  const keyOf = ({ reference, version }: MatchingText) => `${reference}@${version}@${glossary.version ?? ''}`;
  const supplyOf = (text: MatchingText, snapshot: CorpusStatistics) =>
    supplies.get(`${keyOf(text)}@${snapshot.version}`, () => readSupply(text, snapshot, glossary));
  const demandOf = (text: MatchingText, snapshot: CorpusStatistics) =>
    demands.get(`${keyOf(text)}@${snapshot.version}`, () => readDemand(text, snapshot, glossary));

  function pair(demand: ReadDemand, supply: ReadSupply, snapshot: CorpusStatistics): ScoredPair {
    const inputs = matchInputs(demand, supply, snapshot, glossary);
    const used = weights();
    return {
      ...scoreInputs(inputs, used.parts),
      weights: used,
      isFoundByVectors: false,
      inputs,
      inferred: usedInferences(demand, supply),
      demand: demand.text,
      supply: supply.text,
    };
  }

  /** The candidates for a text, and those among them that no probe knows. */
  async function candidates(
    { reference }: MatchingText,
    reading: Reading,
    filter: SearchFilter,
    snapshot: CorpusStatistics,
    most: number,
  ): Promise<{ ids: string[]; byVectors: Set<string> }> {
    const probes = probesFor(reading, { statistics: snapshot, glossary, filter, limit: PROBE_LIMIT });
    const [lists, near] = await Promise.all([
      probes.length === 0 ? [] : search.probe('matching', probes),
      vectors?.nearest(reference, filter, PROBE_LIMIT) ?? [],
    ]);
    const probed = new Set(lists.flat().map(({ id }) => id));
    const byVectors = new Set(near.map(({ id }) => id).filter((id) => !probed.has(id)));
    return { ids: fuse([...lists, near], most), byVectors };
  }

  /** What several of the best hits say and the demand does not, asked in a second round. */
  async function more(
    reading: Reading,
    best: ReadSupply[],
    seen: string[],
    filter: SearchFilter,
    snapshot: CorpusStatistics,
  ) {
    const probes = secondProbe(
      best.map(({ profile }) => profile.places),
      reading,
      { statistics: snapshot, filter, limit: SECOND_ROUND },
    );
    if (probes.length === 0) return [];
    const known = new Set(seen);
    const found = fuse(await search.probe('matching', probes), SECOND_ROUND).filter((id) => !known.has(id));
    return each(found, (supply) => supplyOf(supply, snapshot));
  }

  /** Loads and reads in slices, so that pages are answered meanwhile. */
  async function each<Made>(references: string[], make: (text: MatchingText) => Made): Promise<Made[]> {
    const breathe = createBreather();
    const made: Made[] = [];
    for (let at = 0; at < references.length; at += SLICE) {
      for (const text of await loadTexts(references.slice(at, at + SLICE))) {
        made.push(make(text));
        await breathe();
      }
    }
    return made;
  }

  return {
    /** Supplies for a demand, best first, ties by reference. */
    async suppliesFor(text: MatchingText, filter: SearchFilter = SUPPLY_FILTER): Promise<ScoredPair[]> {
      const snapshot = statistics();
      const demand = demandOf(text, snapshot);
      const { ids, byVectors } = await candidates(text, demand.reading, filter, snapshot, SUPPLY_CANDIDATES);
      const score = (supply: ReadSupply) => ({
        supply,
        scored: noted(pair(demand, supply, snapshot), byVectors.has(supply.text.reference)),
      });
      const first = await each(ids, (found) => score(supplyOf(found, snapshot)));
      first.sort((left, right) => byScore(left.scored, right.scored));
      const best = first.slice(0, SECOND_ROUND_FROM).map(({ supply }) => supply);
      const second = (await more(demand.reading, best, ids, filter, snapshot)).map(score);
      return [...first, ...second].map(({ scored }) => scored).sort(byScore);
    },

    /** Waiting demands for a supply, best first. */
    async demandsFor(text: MatchingText, filter: SearchFilter = DEMAND_FILTER): Promise<ScoredPair[]> {
      const snapshot = statistics();
      const supply = supplyOf(text, snapshot);
      const reading = readText(text, snapshot, glossary);
      const { ids, byVectors } = await candidates(text, reading, filter, snapshot, DEMAND_CANDIDATES);
      const found = await each(ids, (demand) =>
        noted(pair(demandOf(demand, snapshot), supply, snapshot), byVectors.has(demand.reference)),
      );
      return found.sort(byScore);
    },

    /** One pair, for a card or a recomputation. */
    score(demand: MatchingText, supply: MatchingText): ScoredPair {
      const snapshot = statistics();
      return pair(demandOf(demand, snapshot), supplyOf(supply, snapshot), snapshot);
    },
  };
}

export type MatchFinder = ReturnType<typeof createMatchFinder>;

function byScore(left: ScoredPair, right: ScoredPair): number {
  const [one, other] = [
    left.demand.reference + left.supply.reference,
    right.demand.reference + right.supply.reference,
  ];
  return right.exact - left.exact || (one < other ? -1 : 1);
}

function noted(scored: ScoredPair, isFoundByVectors: boolean): ScoredPair {
  return { ...scored, isFoundByVectors };
}
