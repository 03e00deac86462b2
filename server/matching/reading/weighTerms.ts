import { isStopWord } from '../../../search/analysis/stopWords.ts';
import { type CorpusStatistics, rarity } from '../statistics/corpusStatistics.ts';
import { WEIGHTS } from '../weights.ts';
import type { Gathered } from './readText.ts';

/** A thing of the glossary a term is part of a name of. */
export interface NamedConcept {
  id: string;
  /** 1, or less where the name lies within a longer one. */
  share: number;
  /** What the term counts where only the concept can be found, as in a text of the other language. */
  weight: number;
}

/** One term of a demand with what it counts. */
export interface ReadTerm {
  term: string;
  weight: number;
  kind: 'word' | 'associated';
  /** The word that follows in the demand: more when it follows in the supply too. */
  next: string | null;
  concepts: NamedConcept[];
}

/** Of words that count the same, those the glossary knows are kept first: they can be found under other names. */
const NAMED_FIRST = 1.25;
const MOST_PHRASES = 24;

/** The terms that count most, by how they are said and how rare they are; at most as many as a card keeps. */
export function weighTerms({ said, next, names }: Gathered, statistics: CorpusStatistics): ReadTerm[] {
  const terms = [...said].map(([term, count]): ReadTerm => {
    const asked = repeated(count) * (isStopWord(term) ? WEIGHTS.subject.stopWord : 1);
    const own = rarity(term, statistics);
    const concepts = [...(names.get(term) ?? [])].map(([id, share]) => ({
      id,
      share,
      weight: rounded(asked * Math.min(own, rarity(id, statistics))),
    }));
    return { term, weight: rounded(asked * own), kind: 'word', next: next.get(term) ?? null, concepts };
  });
  const rank = ({ weight, concepts }: ReadTerm) => weight * (concepts.length > 0 ? NAMED_FIRST : 1);
  return terms
    .sort((left, right) => rank(right) - rank(left) || (left.term < right.term ? -1 : 1))
    .slice(0, WEIGHTS.reading.mostTerms);
}

/** Terms that go together with the demand's in other listings take the places its own leave free. */
export function withAssociations(own: ReadTerm[], statistics: CorpusStatistics): ReadTerm[] {
  const known = new Set(own.map(({ term }) => term));
  const found = new Map<string, number>();
  for (const { term, weight } of own) {
    for (const [partner, strength] of statistics.associations.get(term) ?? []) {
      if (!known.has(partner)) found.set(partner, (found.get(partner) ?? 0) + weight * strength);
    }
  }
  const associated = [...found].map(
    ([term, weight]): ReadTerm => ({
      term,
      weight: rounded(WEIGHTS.subject.associated * weight),
      kind: 'associated',
      next: null,
      concepts: [],
    }),
  );
  associated.sort((left, right) => right.weight - left.weight || (left.term < right.term ? -1 : 1));
  return [...own, ...associated.slice(0, WEIGHTS.reading.mostTerms - own.length)];
}

/** Pairs of telling words as they stand together, best first. */
export function phrasesOf(
  { phrases }: Gathered,
  statistics: CorpusStatistics,
): { text: string; weight: number }[] {
  const weighted = [...phrases].map(([text, count]) => {
    const [first = '', second = ''] = text.split(' ');
    return {
      text,
      weight: rounded(repeated(count) * (rarity(first, statistics) + rarity(second, statistics))),
    };
  });
  return weighted
    .sort((left, right) => right.weight - left.weight || (left.text < right.text ? -1 : 1))
    .slice(0, MOST_PHRASES);
}

/** Repeating a word adds less each time. */
function repeated(count: number): number {
  return Math.min(count, WEIGHTS.reading.mostRepetitions) ** WEIGHTS.reading.repetition;
}

/** Cards keep weights; what is kept and what is counted with must be the same number. */
function rounded(value: number): number {
  return Number(value.toFixed(4));
}
