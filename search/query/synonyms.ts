import { tokenise } from '../analysis/tokenise.ts';
import { type Alternative, phrase } from './alternatives.ts';
import type { Clause } from './parseQuery.ts';

/** Names of one thing, in any language. */
export type Synonyms = readonly string[];

/**
 * Lets a name that was typed be said by any other name of the same thing. Every clause of the name gets the other
 * names as spellings of its own, so that together they ask for the words as typed, or for one of the names.
 */
export function addSynonyms(clauses: Clause[], synonyms: readonly Synonyms[]): Clause[] {
  return synonyms.reduce<Clause[]>((query, names) => addNames(query, names.map(wordsOf)), clauses);
}

interface Name {
  terms: string[];
  spelling: Alternative;
}

function wordsOf(name: string): Name {
  const words = tokenise(name).filter(({ isExtra }) => !isExtra);
  return { terms: words.map(({ term }) => term), spelling: phrase(words) };
}

function addNames(clauses: Clause[], names: Name[]): Clause[] {
  const known = names.filter(({ terms }) => terms.length > 0);
  return known.reduce((query, name) => {
    const at = placeOf(name.terms, clauses);
    const others = known
      .filter((other) => other !== name)
      .map(({ spelling }) => ({ ...spelling, synonymOf: name.terms.join(' ') }));
    return at < 0 ? query : spellOut(query, at, name.terms, others);
  }, clauses);
}

/** Where the clauses stand in a row that are the words of a name; -1 when they do not. */
function placeOf(terms: string[], clauses: Clause[]): number {
  return clauses.findIndex((_, start) =>
    terms.every((term, offset) => clauses[start + offset]?.alternatives[0]?.terms.join(' ') === term),
  );
}

/** The pairs of characters that join the name to what stands around it are said as well when another name is. */
function spellOut(clauses: Clause[], at: number, terms: string[], others: Alternative[]): Clause[] {
  const last = at + terms.length - 1;
  return clauses.map((clause, index) => {
    const isPart = index >= at && index <= last;
    const joinsAfter = index === last + 1 && clause.bridgedBy?.[0] === terms.at(-1);
    const joinsBefore = index === at - 1 && clause.bridgedBy?.[1] === terms[0];
    if (!isPart && !joinsAfter && !joinsBefore) return clause;
    const known = new Set(clause.alternatives.map(({ needle }) => needle));
    const added = others.filter(({ needle }) => !known.has(needle));
    return { ...clause, alternatives: [...clause.alternatives, ...added] };
  });
}
