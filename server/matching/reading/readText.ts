import { isStopWord } from '../../../search/analysis/stopWords.ts';
import { type Token, tokenise } from '../../../search/analysis/tokenise.ts';
import type { ConceptInText, Glossary } from '../glossary/glossary.ts';
import type { Nearness } from '../glossary/nearConcepts.ts';
import type { Passage } from '../matchingText.ts';
import type { CorpusStatistics } from '../statistics/corpusStatistics.ts';
import { WEIGHTS } from '../weights.ts';
import type { ClauseRole } from './clauseRole.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { type ReadQuantity, readQuantities } from './readQuantities.ts';
import { sentencesOf } from './sentences.ts';
import { phrasesOf, type ReadTerm, type WeighedTerms, weighTerms, withAssociations } from './weighTerms.ts';
import { wordBounds } from './wordBounds.ts';

/** What a text is read as. */
export interface Reading {
  terms: ReadTerm[];
  unheard: WeighedTerms['unheard'];
  /** Things spoken of, by id of the glossary, with how much they are asked for. */
  concepts: Map<string, number>;
  /** The most telling pairs of words, best first. */
  phrases: { text: string; weight: number }[];
  identifiers: string[];
  quantities: ReadQuantity[];
  topics: Map<string, number>;
  /** The concepts its words come near. */
  near: Nearness;
}

export interface ReadableText {
  passages: readonly Pick<Passage, 'field' | 'text' | 'weight'>[];
}

/** What the sentences of a text add up to, before it is weighed by how rare the words are. */
export interface Gathered {
  said: Map<string, number>;
  /** The word that followed first. */
  next: Map<string, string>;
  /** By term, the concepts whose names it is part of; 1, or less within a longer name. */
  names: Map<string, Map<string, number>>;
  concepts: Map<string, number>;
  phrases: Map<string, number>;
  read: Pick<Reading, 'identifiers' | 'quantities'>;
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

/** Clauses whose figures are about something else than what is asked for. */
const NOT_ASKED: ReadonlySet<ClauseRole> = new Set(['background', 'opening', 'excluded', 'settled']);

/** More of one text than this is not read; no form takes as much. */
const LONGEST_TEXT = 20_000;

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
    names: new Map(),
    concepts: new Map(),
    phrases: new Map(),
    read: { identifiers: [], quantities: [] },
  };
  for (const { field, text } of passages) {
    const sentences = sentencesOf(text.slice(0, LONGEST_TEXT));
    const clauses = clausesOf(sentences);
    const isOneOfMany = sentences.length > 1;
    for (const { text: said, role } of clauses)
      readClause({ text: said, role: isOneOfMany ? role : 'plain' }, field, gathered, glossary);
  }
  const { terms, unheard } = weighTerms(gathered, statistics);
  return {
    ...gathered.read,
    concepts: gathered.concepts,
    terms: withAssociations(terms, statistics),
    unheard,
    phrases: phrasesOf(gathered, statistics),
    topics: topicsOf(gathered.concepts, glossary),
    near: glossary.near(gathered.said),
  };
}

function readClause({ text, role }: Clause, field: string, gathered: Gathered, glossary: Glossary): void {
  const factor = (FIELD_FACTORS[field] ?? 1) * WEIGHTS.reading[role];
  const tokens = tokenise(text);
  const found = glossary.conceptsIn(tokens);
  readWords(text, tokens, found, factor, gathered);
  for (const one of found) readConcept(one, tokens, factor, gathered);
  if (NOT_ASKED.has(role)) return;
  gathered.read.quantities.push(...readQuantities(text, role !== 'failed'));
}

function readWords(
  text: string,
  tokens: Token[],
  named: ConceptInText[],
  factor: number,
  { said, next, phrases, read }: Gathered,
): void {
  const words = tokens.filter(({ isExtra }) => !isExtra);
  const crosses = wordBounds(text);
  for (const [index, { term, kind, start, end }] of words.entries()) {
    if (term.length === 1 && kind !== 'han') continue;
    const isNamed = named.some((name) => start >= name.start && end <= name.end);
    const isAccident = kind === 'han' && !isNamed && crosses(start, end);
    add(said, term, factor * (isAccident ? WEIGHTS.reading.acrossWords : 1));
    if (kind === 'identifier' && !read.identifiers.includes(term)) read.identifiers.push(term);
    const following = words[index + 1];
    if (following === undefined || following.start > end + 1) continue;
    if (!next.has(term)) next.set(term, following.term);
    if (!isStopWord(term) && !isStopWord(following.term)) add(phrases, `${term} ${following.term}`, factor);
  }
}

function readConcept(
  { concept, start, end, isNested }: ConceptInText,
  tokens: Token[],
  factor: number,
  { names, concepts }: Gathered,
): void {
  const share = isNested ? WEIGHTS.subject.nestedConcept : 1;
  add(concepts, concept.id, factor * share);
  for (const token of tokens) {
    if (token.isExtra || token.start < start || token.end > end) continue;
    const known = names.get(token.term) ?? new Map<string, number>();
    names.set(token.term, known.set(concept.id, Math.max(share, known.get(concept.id) ?? 0)));
  }
}

/** Speaking of a topic twice is more than once, but not twice as much. */
function topicsOf(concepts: ReadonlyMap<string, number>, glossary: Glossary): Map<string, number> {
  const topics = new Map<string, number>();
  for (const [id, weight] of concepts) {
    const topic = glossary.find(id)?.topic;
    if (topic) add(topics, topic, Math.sqrt(weight));
  }
  return topics;
}

function add(counts: Map<string, number>, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}
