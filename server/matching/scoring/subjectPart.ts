import { likeness, sharedConcepts } from '../glossary/nearConcepts.ts';
import type { Reading } from '../reading/readText.ts';
import type { ReadTerm } from '../reading/weighTerms.ts';
import type { CorpusStatistics } from '../statistics/corpusStatistics.ts';
import { WEIGHTS } from '../weights.ts';
import { countOf, scriptOf, type TextProfile } from './textProfile.ts';

/** A term of the demand and how strongly the supply says it, 0 to 1: kept on the card. */
export interface TermAgreement {
  term: string;
  kind: ReadTerm['kind'];
  weight: number;
  strength: number;
  /** The concept under another name of which it was found; null when the word itself was. */
  via: string | null;
}

/** All that the subject part is computed from. */
export interface SubjectInputs {
  terms: TermAgreement[];
  /** What the demand's words count together that the supply's language could say and no listing says. */
  unheard: number;
  /** Likeness of the topics both texts speak of, 0 to 1. */
  topics: number;
  /** How near both come to the same concepts, 0 to 1, also where neither says a name of one in full. */
  likeness: number;
  /** Which these are, the nearest ones by id; told on the card. */
  nearBoth: string[];
  /** Share of the demand that the supply's language cannot say: topics then tell more. */
  foreign: number;
  sharedTopics: string[];
}

/** So many concepts are told. */
const TOLD = 3;

/** Holds what a demand asks for against what a supply says. */
export function compareSubjects(
  reading: Reading,
  supply: TextProfile,
  statistics: CorpusStatistics,
): SubjectInputs {
  const norm = lengthNorm(supply, statistics);
  const own = reading.terms.filter(({ kind }) => kind === 'word');
  const foreign = own.filter(({ term }) => !canSay(term, supply));
  return {
    terms: reading.terms.flatMap((term) => agreementOf(term, supply, norm) ?? []),
    unheard: sum([...supply.scripts].map((script) => reading.unheard[script])),
    foreign:
      own.length === 0
        ? 0
        : rounded(sum(foreign.map(({ weight }) => weight)) / sum(own.map(({ weight }) => weight))),
    topics: rounded(cosine(reading.topics, supply.topics)),
    likeness: rounded(likeness(reading.near, supply.near)),
    nearBoth: sharedConcepts(reading.near, supply.near, TOLD),
    sharedTopics: [...reading.topics.keys()].filter((topic) => supply.topics.has(topic)),
  };
}

/**
 * A word is found itself, or the thing it names under another name, which counts less. In a text of the other
 * script only things can be found: what the glossary does not know is not asked of it.
 */
function agreementOf(
  { term, kind, weight, next, concepts }: ReadTerm,
  supply: TextProfile,
  norm: number,
): TermAgreement | null {
  const isSayable = canSay(term, supply);
  const literal = isSayable ? strengthOf(term, next, supply, norm) : 0;
  let best = { strength: literal, via: null as string | null };
  for (const { id, share } of concepts) {
    const strength = WEIGHTS.subject.concept * share * saturated(supply.concepts.get(id) ?? 0, norm);
    if (strength > best.strength) best = { strength, via: id };
  }
  if (!isSayable && concepts.length === 0) return null;
  const counted = isSayable ? weight : Math.max(...concepts.map((concept) => concept.weight * concept.share));
  return { term, kind, weight: counted, strength: rounded(best.strength), via: best.via };
}

/** The agreement before it is spread over 0 to 1; the order of supplies for one demand is by this. */
export function rawSubject({ terms, unheard, topics, foreign, likeness: alike }: SubjectInputs): number {
  const own = terms.filter(({ kind }) => kind !== 'associated');
  const asked = unheard + sum(own.map(({ weight }) => weight));
  if (asked === 0) return 0;
  const said = sum(terms.map(({ weight, strength }) => weight * strength)) / asked;
  const topicShare = WEIGHTS.subject.topics + WEIGHTS.subject.topicsForeign * foreign;
  const likeShare = WEIGHTS.subject.likeness * (1 - foreign);
  const beside = topicShare * topics + likeShare * alike;
  return (1 - topicShare - likeShare) * said + beside * WEIGHTS.subject.scale;
}

/** The subject part, 0 to 1. */
export function subjectPart(inputs: SubjectInputs): number {
  return 1 - Math.exp(-rawSubject(inputs) / WEIGHTS.subject.scale);
}

/** Numbers and model names are the same in every language. */
function canSay(term: string, supply: TextProfile): boolean {
  return supply.places.has(term) || supply.scripts.has(scriptOf(term)) || /\d/.test(term);
}

function strengthOf(term: string, next: string | null, supply: TextProfile, norm: number): number {
  const said = countOf(supply.places.get(term), supply.headLength);
  if (said === 0) return 0;
  const alone = saturated(said, norm);
  if (next === null) return alone;
  const { together } = WEIGHTS.subject;
  return alone * (1 - together / 2) + together * saturated(togetherCount(term, next, supply), norm);
}

function togetherCount(term: string, next: string, { places, headLength }: TextProfile): number {
  const after = places.get(next);
  if (after === undefined) return 0;
  const following = new Set(after);
  return countOf(
    places.get(term)?.filter((place) => following.has(place + 1)),
    headLength,
  );
}

function saturated(count: number, norm: number): number {
  return count === 0 ? 0 : count / (count + WEIGHTS.subject.saturation * norm);
}

/** Long texts say everything a little more often. */
function lengthNorm({ headLength, length }: TextProfile, statistics: CorpusStatistics): number {
  const { lengthShare, headWeight } = WEIGHTS.subject;
  const weighted = (head: number, body: number) => headWeight * head + body;
  const usual = weighted(statistics.headLength, statistics.bodyLength) || 1;
  return 1 - lengthShare + (lengthShare * weighted(headLength, length - headLength)) / usual;
}

function cosine(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  const product = sum([...left].map(([key, value]) => value * (right.get(key) ?? 0)));
  const lengths = Math.sqrt(
    sum([...left.values()].map((value) => value ** 2)) * sum([...right.values()].map((value) => value ** 2)),
  );
  return lengths === 0 ? 0 : product / lengths;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
