import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Token } from '../../../search/analysis/tokenise.ts';
import { termsOf } from './nameTerms.ts';
import { createNearConcepts, type Nearness } from './nearConcepts.ts';
import { type Concept, type GlossaryEntries, parseGlossary, type Topic } from './parseGlossary.ts';

/** A concept found in a text; offsets as in the text given. */
export interface ConceptInText {
  concept: Concept;
  start: number;
  end: number;
  /** Lies within a longer concept, as alloy does in aluminium alloy. */
  isNested: boolean;
}

interface Name {
  terms: string[];
  concept: Concept;
}

/** Finds the things a text speaks of under any of their names, in either language. */
export interface Glossary {
  concepts: readonly Concept[];
  topics: readonly Topic[];
  /** Given where the names change while the server runs. */
  readonly version?: string;
  find(id: string): Concept | null;
  conceptsIn(tokens: Token[]): ConceptInText[];
  /** The concepts that words come near, also where no name is said in full. */
  near(terms: Iterable<readonly [term: string, weight: number]>): Nearness;
}

/** Two words further apart than this do not make one name. */
const WIDEST_GAP = 1;

export function createGlossary({ concepts, topics }: GlossaryEntries): Glossary {
  const merged = mergeSame(concepts);
  const byId = new Map(merged.map((concept) => [concept.id, concept]));
  const names = namesByBeginning(merged);
  return {
    concepts: merged,
    topics,
    find: (id) => byId.get(id) ?? null,
    near: createNearConcepts(merged),
    conceptsIn(tokens) {
      const words = tokens.filter(({ isExtra }) => !isExtra);
      const found: ConceptInText[] = [];
      for (const [at, { term, start }] of words.entries())
        for (const { terms, concept } of namesFrom(names, term, words[at + 1]?.term)) {
          const end = endOf(terms, words, at);
          if (end !== null) found.push({ concept, start, end, isNested: false });
        }
      return withoutRepeats(found);
    },
  };
}

/** A glossary that knows nothing; matching then goes by the words alone. */
export const emptyGlossary: Glossary = createGlossary({ concepts: [], topics: [] });

let bundled: Glossary | null = null;

/** The bundled glossary, read once in a process. */
export function loadGlossary(): Glossary {
  bundled ??= readGlossary(import.meta.dirname);
  return bundled;
}

/** One file a domain. */
function readGlossary(directory: string): Glossary {
  const files = readdirSync(directory).filter((name) => name.endsWith('.txt'));
  const parts = files.sort().map((name) => parseGlossary(readFileSync(join(directory, name), 'utf8')));
  return createGlossary({
    concepts: parts.flatMap((part) => part.concepts),
    topics: onceEach(parts.flatMap((part) => part.topics)),
  });
}

/** A topic goes on in another file under the same heading. */
function onceEach(topics: readonly Topic[]): Topic[] {
  return [...new Map(topics.map((topic) => [topic.id, topic])).values()];
}

/** The same first name in two files is one concept. */
function mergeSame(concepts: readonly Concept[]): Concept[] {
  const byId = new Map<string, Concept>();
  for (const concept of concepts) {
    const known = byId.get(concept.id);
    if (known === undefined) byId.set(concept.id, { ...concept });
    else {
      known.zh = [...new Set([...known.zh, ...concept.zh])];
      known.en = [...new Set([...known.en, ...concept.en])];
    }
  }
  return [...byId.values()];
}

/** Names by their first term, then by their second, '' where there is none: many share a first term, few both. */
type NamesByBeginning = Map<string, Map<string, Name[]>>;

const NO_NAMES: readonly Name[] = [];

function namesFrom(names: NamesByBeginning, first: string, second: string | undefined): readonly Name[] {
  const begun = names.get(first);
  if (begun === undefined) return NO_NAMES;
  const [alone, longer] = [begun.get(''), second === undefined ? undefined : begun.get(second)];
  return alone && longer ? [...alone, ...longer] : (alone ?? longer ?? NO_NAMES);
}

function namesByBeginning(concepts: readonly Concept[]): NamesByBeginning {
  const byBeginning: NamesByBeginning = new Map();
  for (const concept of concepts) {
    for (const name of [...concept.zh, ...concept.en]) {
      const terms = termsOf(name);
      const [first, second = ''] = terms;
      if (first === undefined) continue;
      const begun = byBeginning.get(first) ?? new Map<string, Name[]>();
      const names = begun.get(second) ?? [];
      if (!names.some((other) => other.concept === concept && other.terms.join(' ') === terms.join(' ')))
        names.push({ terms, concept });
      byBeginning.set(first, begun.set(second, names));
    }
  }
  return byBeginning;
}

function endOf(terms: string[], words: Token[], at: number): number | null {
  let end = words[at]?.end ?? 0;
  for (let offset = 1; offset < terms.length; offset += 1) {
    const word = words[at + offset];
    if (word === undefined || word.term !== terms[offset] || word.start > end + WIDEST_GAP) return null;
    end = word.end;
  }
  return end;
}

/** One concept once a place, the longest name first; what lies within a longer one is marked. */
function withoutRepeats(found: ConceptInText[]): ConceptInText[] {
  const ordered = found.sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: ConceptInText[] = [];
  for (const one of ordered) {
    // No name is so long that more than these could still reach over it.
    const around = kept.slice(-12).filter(({ start, end }) => start <= one.start && end >= one.end);
    if (around.some(({ concept }) => concept === one.concept)) continue;
    const isNested = around.some(({ start, end }) => end - start > one.end - one.start);
    kept.push({ ...one, isNested });
  }
  return kept;
}
