import { isStopWord } from '../../../search/analysis/stopWords.ts';
import type { Probe, SearchFilter } from '../../../search/searchIndex.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { Reading } from '../reading/readText.ts';
import type { ReadTerm } from '../reading/weighTerms.ts';
import { type CorpusStatistics, rarity, shareOf } from '../statistics/corpusStatistics.ts';

/** An engine reads no more words of one query than this. */
const WORDS_OF_PROBE = 10;
/** Terms that more texts hold than this only re-rank, unless there are no rarer ones. */
const COMMON_SHARE = 0.02;
const FEW_HOLDERS = 50;
/** Terms that more texts hold than this are never asked for. */
const EVERYWHERE_SHARE = 0.1;
const MOST_WORD_PROBES = 6;
const MOST_CONCEPTS = 20;
const NAMES_OF_CONCEPT = 5;
const MOST_TOPICS = 2;

interface WeightedText {
  text: string;
  weight: number;
}

/** Several short queries that together ask for what a text is about: its own telling words, other names of its concepts, words that go with them. */
export function probesFor(
  reading: Reading,
  {
    statistics,
    glossary,
    filter,
    limit,
  }: { statistics: CorpusStatistics; glossary: Glossary; filter: SearchFilter; limit: number },
): Probe[] {
  const words = reading.terms.filter(({ kind, term }) => kind === 'word' && !isStopWord(term));
  const own = inGroups(tellingWords(words, statistics)).slice(0, MOST_WORD_PROBES);
  const named = inGroups(conceptNames(reading.concepts, statistics, glossary));
  const associated = inGroups(
    reading.terms
      .filter(({ kind }) => kind === 'associated')
      .map(({ term, weight }) => ({ text: term, weight })),
  );
  const phrases = inGroups(
    reading.phrases.slice(0, WORDS_OF_PROBE).map(({ text, weight }) => ({ text: joined(text), weight })),
  );
  const kin = topicNames(reading, statistics, glossary);
  return [...own, ...phrases, ...named, ...kin, ...associated.slice(0, 1)].map((terms) => ({
    terms,
    filter,
    limit,
  }));
}

/** Words of the best first hits that several of them share: a second look for what the demand did not say. */
export function secondProbe(
  hits: readonly ReadonlyMap<string, readonly number[]>[],
  reading: Reading,
  { statistics, filter, limit }: { statistics: CorpusStatistics; filter: SearchFilter; limit: number },
): Probe[] {
  const known = new Set(reading.terms.map(({ term }) => term));
  const counts = new Map<string, number>();
  for (const places of hits)
    for (const term of places.keys())
      if (!known.has(term) && !isStopWord(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const shared = [...counts].filter(
    ([term, count]) => count > 1 && isTelling(term, statistics) && !/^[\d.]+$/.test(term),
  );
  const weighted = shared.map(([text, count]) => ({ text, weight: count * rarity(text, statistics) }));
  const terms = weighted
    .sort((left, right) => right.weight - left.weight || (left.text < right.text ? -1 : 1))
    .slice(0, WORDS_OF_PROBE);
  return terms.length === 0 ? [] : [{ terms, filter, limit }];
}

/** The rare words; where a short text has few, the rarest of the others too, as far as they are not everywhere. */
function tellingWords(words: readonly ReadTerm[], statistics: CorpusStatistics): WeightedText[] {
  const telling = words.filter(({ term }) => isTelling(term, statistics));
  const others = words
    .filter((word) => !telling.includes(word) && shareOf(word.term, statistics) < EVERYWHERE_SHARE)
    .slice(0, Math.max(0, WORDS_OF_PROBE - telling.length));
  const chosen = telling.length + others.length > 0 ? [...telling, ...others] : words;
  return chosen.map(({ term, weight }) => ({ text: term, weight }));
}

function isTelling(term: string, statistics: CorpusStatistics): boolean {
  return shareOf(term, statistics) < COMMON_SHARE || (statistics.frequencies.get(term) ?? 0) <= FEW_HOLDERS;
}

function conceptNames(
  concepts: ReadonlyMap<string, number>,
  statistics: CorpusStatistics,
  glossary: Glossary,
): WeightedText[] {
  const telling = [...concepts].filter(([id]) => isTelling(id, statistics));
  const weighted = telling.map(([id, said]) => ({
    id,
    weight: Math.sqrt(said) * rarity(id, statistics),
  }));
  weighted.sort((left, right) => right.weight - left.weight || (left.id < right.id ? -1 : 1));
  return weighted.slice(0, MOST_CONCEPTS).flatMap(({ id, weight }) => {
    const concept = glossary.find(id);
    if (concept === null) return [];
    const names = [...concept.zh.slice(0, NAMES_OF_CONCEPT), ...concept.en.slice(0, NAMES_OF_CONCEPT)];
    return names.map((text) => ({ text, weight }));
  });
}

/** Other things of the topics a text is mostly about, the rarest first: one probe a topic. */
function topicNames({ topics }: Reading, statistics: CorpusStatistics, glossary: Glossary): WeightedText[][] {
  const leading = [...topics]
    .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
    .slice(0, MOST_TOPICS);
  return leading
    .map(([topic]) => {
      const known = glossary.concepts.filter(
        (concept) => concept.topic === topic && statistics.frequencies.has(concept.id),
      );
      const weighted = known.map((concept) => ({ concept, weight: rarity(concept.id, statistics) }));
      weighted.sort(
        (left, right) => right.weight - left.weight || (left.concept.id < right.concept.id ? -1 : 1),
      );
      const names = weighted.flatMap(({ concept, weight }) =>
        [concept.zh[0], concept.en[0]].flatMap((text) => (text ? [{ text, weight }] : [])),
      );
      return names.slice(0, WORDS_OF_PROBE);
    })
    .filter((terms) => terms.length > 0);
}

/** A pair of terms as it is written: Han pairs overlap, words stand apart. */
function joined(pair: string): string {
  const [first = '', second = ''] = pair.split(' ');
  return /\p{Script=Han}$/u.test(first) && first.at(-1) === second[0] ? first + second.slice(1) : pair;
}

function inGroups(terms: WeightedText[]): WeightedText[][] {
  const groups: WeightedText[][] = [];
  for (let at = 0; at < terms.length; at += WORDS_OF_PROBE) groups.push(terms.slice(at, at + WORDS_OF_PROBE));
  return groups;
}
