import { isStopWord } from '../../../search/analysis/stopWords.ts';
import { type Token, tokenise } from '../../../search/analysis/tokenise.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { Passage } from '../matchingText.ts';
import { type CorpusStatistics, rarity } from '../statistics/corpusStatistics.ts';
import { WEIGHTS } from '../weights.ts';
import { type ReadQuantity, readQuantities } from './readQuantities.ts';
import { sentenceRole } from './sentenceRole.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** One term of a demand with what it counts. */
export interface ReadTerm {
  term: string;
  weight: number;
  kind: 'word' | 'concept' | 'associated';
  /** The word that follows in the demand: more when it follows in the supply too. */
  next: string | null;
}

/** What a text is read as. */
export interface Reading {
  terms: ReadTerm[];
  /** The most telling runs of words, best first. */
  phrases: { text: string; weight: number }[];
  identifiers: string[];
  quantities: ReadQuantity[];
  needSentences: { field: string; text: string; start: number }[];
  topics: Map<string, number>;
}

export interface ReadableText {
  passages: readonly Pick<Passage, 'field' | 'text' | 'weight'>[];
}

/** What a field counts before it is looked at how a sentence is said. */
const FIELD_FACTORS: Record<string, number> = {
  title: 2,
  summary: 1.5,
  keywords: 1.5,
  metrics: 1.5,
  attempts: 0.35,
  currentState: 0.6,
  wanted: 0.3,
  rightsPreference: 0.1,
  constraints: 0.8,
};

/** More of one text than this is not read; no form takes as much. */
const LONGEST_TEXT = 20_000;

interface Gathered {
  said: Map<string, number>;
  next: Map<string, string>;
  concepts: Map<string, number>;
  phrases: Map<string, number>;
  reading: Pick<Reading, 'identifiers' | 'quantities' | 'needSentences'>;
}

/**
 * Reads a demand (or a supply that looks for demands) into weighted terms. How a sentence is said decides
 * what its words count, not where it stands, so that a need in the last third of a long text counts as in a short one.
 */
export function readText(
  { passages }: ReadableText,
  statistics: CorpusStatistics,
  glossary: Glossary,
): Reading {
  const gathered: Gathered = {
    said: new Map(),
    next: new Map(),
    concepts: new Map(),
    phrases: new Map(),
    reading: { identifiers: [], quantities: [], needSentences: [] },
  };
  for (const { field, text } of passages) {
    const sentences = sentencesOf(text.slice(0, LONGEST_TEXT));
    const factor = FIELD_FACTORS[field] ?? 1;
    for (const sentence of sentences)
      readSentence(sentence, field, factor, sentences.length > 1, gathered, glossary);
  }
  const words = wordTerms(gathered, statistics);
  const concepts = conceptTerms(gathered, statistics);
  const own = [...words, ...concepts].sort(byWeight).slice(0, WEIGHTS.reading.mostTerms);
  return {
    ...gathered.reading,
    terms: withAssociations(own, statistics),
    phrases: phrasesOf(gathered, statistics),
    topics: topicsOf(concepts, glossary),
  };
}

function readSentence(
  sentence: Sentence,
  field: string,
  fieldFactor: number,
  isOneOfMany: boolean,
  gathered: Gathered,
  glossary: Glossary,
): void {
  const role = isOneOfMany ? sentenceRole(sentence.text) : 'plain';
  const factor = fieldFactor * WEIGHTS.reading[role];
  const tokens = tokenise(sentence.text);
  if (role === 'need') gathered.reading.needSentences.push({ field, ...sentence });
  readWords(tokens, factor, gathered);
  for (const { concept, isNested } of glossary.conceptsIn(tokens)) {
    add(gathered.concepts, concept.id, factor * (isNested ? WEIGHTS.subject.nestedConcept : 1));
  }
  if (role === 'background' || role === 'excluded') return;
  gathered.reading.quantities.push(...readQuantities(sentence.text, role !== 'failed'));
}

function readWords(tokens: Token[], factor: number, gathered: Gathered): void {
  const words = tokens.filter(({ isExtra }) => !isExtra);
  for (const [index, { term, kind, start, end }] of words.entries()) {
    if (term.length === 1 && kind !== 'han') continue;
    add(gathered.said, term, factor);
    if (kind === 'identifier' && !gathered.reading.identifiers.includes(term))
      gathered.reading.identifiers.push(term);
    const following = words[index + 1];
    if (following === undefined || following.start > end + 1) continue;
    if (!gathered.next.has(term)) gathered.next.set(term, following.term);
    if (start < end) add(gathered.phrases, `${term} ${following.term}`, factor);
  }
}

function wordTerms({ said, next }: Gathered, statistics: CorpusStatistics): ReadTerm[] {
  return [...said].map(([term, count]) => {
    const share = isStopWord(term) ? WEIGHTS.subject.stopWord : 1;
    return {
      term,
      weight: rounded(share * repeated(count) * rarity(term, statistics)),
      kind: 'word' as const,
      next: next.get(term) ?? null,
    };
  });
}

function conceptTerms({ concepts }: Gathered, statistics: CorpusStatistics): ReadTerm[] {
  return [...concepts].map(([term, count]) => ({
    term,
    weight: rounded(WEIGHTS.subject.concept * repeated(count) * rarity(term, statistics)),
    kind: 'concept' as const,
    next: null,
  }));
}

/** Terms that go together with the demand's in other listings take the places its own leave free. */
function withAssociations(own: ReadTerm[], statistics: CorpusStatistics): ReadTerm[] {
  const known = new Set(own.map(({ term }) => term));
  const found = new Map<string, number>();
  for (const { term, weight } of own) {
    for (const [partner, strength] of statistics.associations.get(term) ?? []) {
      if (!known.has(partner)) found.set(partner, (found.get(partner) ?? 0) + weight * strength);
    }
  }
  const associated = [...found].map(([term, weight]) => ({
    term,
    weight: rounded(WEIGHTS.subject.associated * weight),
    kind: 'associated' as const,
    next: null,
  }));
  return [...own, ...associated.sort(byWeight).slice(0, WEIGHTS.reading.mostTerms - own.length)];
}

function phrasesOf({ phrases }: Gathered, statistics: CorpusStatistics): Reading['phrases'] {
  const weighted = [...phrases].flatMap(([pair, count]) => {
    const [first = '', second = ''] = pair.split(' ');
    if (isStopWord(first) || isStopWord(second)) return [];
    return [
      {
        text: pair,
        weight: rounded(repeated(count) * (rarity(first, statistics) + rarity(second, statistics))),
      },
    ];
  });
  return weighted
    .sort((left, right) => right.weight - left.weight || (left.text < right.text ? -1 : 1))
    .slice(0, 24);
}

function topicsOf(concepts: ReadTerm[], glossary: Glossary): Map<string, number> {
  const topics = new Map<string, number>();
  for (const { term, weight } of concepts) {
    const topic = glossary.find(term)?.topic;
    if (topic) topics.set(topic, rounded((topics.get(topic) ?? 0) + weight));
  }
  return topics;
}

function repeated(count: number): number {
  return Math.min(count, WEIGHTS.reading.mostRepetitions) ** WEIGHTS.reading.repetition;
}

function byWeight(left: ReadTerm, right: ReadTerm): number {
  return right.weight - left.weight || (left.term < right.term ? -1 : 1);
}

function add(counts: Map<string, number>, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

/** Cards keep weights; what is kept and what is counted with must be the same number. */
function rounded(value: number): number {
  return Number(value.toFixed(4));
}
