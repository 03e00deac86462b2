import { isHan, type Token, tokenise } from '../../../search/analysis/tokenise.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { Nearness } from '../glossary/nearConcepts.ts';
import type { Passage } from '../matchingText.ts';
import { WEIGHTS } from '../weights.ts';

/** What a text holds, in the form the scorer asks for. */
export interface TextProfile {
  /** Places of each term, counted in terms; those before `headLength` stand in titles and keywords. */
  places: ReadonlyMap<string, readonly number[]>;
  headLength: number;
  length: number;
  /** How often each concept of the glossary is spoken of, by id; in titles more, within longer names less. */
  concepts: ReadonlyMap<string, number>;
  /** How much a text speaks of each topic. */
  topics: ReadonlyMap<string, number>;
  /** The scripts the text is written in; a model number in a Chinese text makes it no English one. */
  scripts: ReadonlySet<Script>;
  /** The concepts its words come near. */
  near: Nearness;
}

export type Script = 'han' | 'latin';

/** A script counts as written in from this share of the words on. */
const SCRIPT_SHARE = 0.15;

export function scriptOf(term: string): Script {
  return isHan(term.charCodeAt(0)) ? 'han' : 'latin';
}

/** From this weight of the catalogue on a text counts as a title. */
const HEAD_WEIGHT = 4;
/** Between two texts: no two words stand together across it. */
const GAP = 2;

/** Reads the passages of one text, titles and keywords first. */
export function textProfile(
  passages: readonly Pick<Passage, 'text' | 'weight'>[],
  glossary: Glossary,
): TextProfile {
  const places = new Map<string, number[]>();
  const concepts = new Map<string, number>();
  const isHead = ({ weight }: { weight: number }) => weight >= HEAD_WEIGHT;
  const words = { han: 0, latin: 0 };
  let at = 0;
  const read = (text: string, headFactor: number) => {
    const tokens = tokenise(text);
    countScripts(tokens, words);
    for (const { term, isExtra } of tokens) {
      if (!isExtra) at += 1;
      const known = places.get(term);
      if (known === undefined) places.set(term, [at]);
      else known.push(at);
    }
    for (const { concept, isNested } of glossary.conceptsIn(tokens)) {
      const count = headFactor * (isNested ? WEIGHTS.subject.nestedConcept : 1);
      concepts.set(concept.id, (concepts.get(concept.id) ?? 0) + count);
    }
    at += GAP;
  };
  for (const { text } of passages.filter(isHead)) read(text, WEIGHTS.subject.headWeight);
  const headLength = at;
  for (const passage of passages) if (!isHead(passage)) read(passage.text, 1);
  return {
    places,
    headLength,
    length: at,
    concepts,
    topics: topicsOf(concepts, glossary),
    scripts: scriptsOf(words),
    near: glossary.near(saidBy(places, headLength)),
  };
}

/** Each term with how often it is said, in titles more. */
function* saidBy(
  places: ReadonlyMap<string, readonly number[]>,
  headLength: number,
): Iterable<readonly [string, number]> {
  for (const [term, at] of places) yield [term, countOf(at, headLength)];
}

/** How often a term is said at these places, in titles more. */
export function countOf(places: readonly number[] | undefined, headLength: number): number {
  if (places === undefined) return 0;
  const inHead = places.filter((place) => place <= headLength).length;
  return places.length - inHead + WEIGHTS.subject.headWeight * inHead;
}

/** Speaking of a topic twice is more than once, but not twice as much. */
function topicsOf(concepts: ReadonlyMap<string, number>, glossary: Glossary): Map<string, number> {
  const topics = new Map<string, number>();
  for (const [id, count] of concepts) {
    const topic = glossary.find(id)?.topic;
    if (topic) topics.set(topic, (topics.get(topic) ?? 0) + Math.sqrt(count));
  }
  return topics;
}

/** Numbers, units and model numbers belong to every language. */
function countScripts(tokens: readonly Token[], words: Record<Script, number>): void {
  for (const { kind, isExtra } of tokens)
    if (!isExtra && (kind === 'han' || kind === 'latin')) words[kind] += 1;
}

function scriptsOf({ han, latin }: Record<Script, number>): ReadonlySet<Script> {
  const needed = SCRIPT_SHARE * (han + latin);
  return new Set([
    ...(han >= needed ? (['han'] as const) : []),
    ...(latin >= needed ? (['latin'] as const) : []),
  ]);
}
