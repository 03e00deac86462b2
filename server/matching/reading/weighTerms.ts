import { isStopWord } from '../../../search/analysis/stopWords.ts';
import { type Script, scriptOf } from '../scoring/textProfile.ts';
import { type CorpusStatistics, rarity } from '../statistics/corpusStatistics.ts';
import { KEEP_SINGLE_BELOW } from '../statistics/countCorpus.ts';
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
/** How likely a word that was not counted is found, against one that was. */
const UNCOUNTED = 0.5;

/** The terms of a demand that count, and what it says beside them. */
export interface WeighedTerms {
  /** Those that count most, by how they are said and how rare they are; at most as many as a card keeps. */
  terms: ReadTerm[];
  /** What the words together count that no listing holds, by script: asked for, and found nowhere. */
  unheard: Record<Script, number>;
}

export function weighTerms({ said, next, names }: Gathered, statistics: CorpusStatistics): WeighedTerms {
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
  const rank = ({ term, weight, concepts }: ReadTerm) =>
    weight * (concepts.length > 0 ? NAMED_FIRST : findable(term, statistics));
  const isHeard = ({ concepts, term }: ReadTerm) => concepts.length > 0 || findable(term, statistics) > 0;
  return {
    terms: terms
      .filter(isHeard)
      .sort((left, right) => rank(right) - rank(left) || (left.term < right.term ? -1 : 1))
      .slice(0, WEIGHTS.reading.mostTerms),
    unheard: weightByScript(terms.filter((term) => !isHeard(term))),
  };
}

function weightByScript(terms: readonly ReadTerm[]): Record<Script, number> {
  const totals = { han: 0, latin: 0 };
  for (const { term, weight } of terms) totals[scriptOf(term)] += weight;
  return { han: rounded(totals.han), latin: rounded(totals.latin) };
}

/** A word no listing holds can be found in none; where words of one listing alone were not counted, it still may. */
function findable(term: string, { documents, frequencies }: CorpusStatistics): number {
  if (documents === 0 || frequencies.has(term)) return 1;
  return documents < KEEP_SINGLE_BELOW ? 0 : UNCOUNTED;
}

/** Terms that go together with the demand's in other listings take the places its own leave free. */
export function withAssociations(own: ReadTerm[], statistics: CorpusStatistics): ReadTerm[] {
  if (own.length >= WEIGHTS.reading.mostTerms) return own;
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
