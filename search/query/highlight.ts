import { foldText } from '../analysis/foldText.ts';
import { isHan, type Token, tokenise } from '../analysis/tokenise.ts';
import type { Alternative } from './alternatives.ts';
import { type ParsedQuery, parseQuery } from './parseQuery.ts';
import { rememberedByText } from './rememberedByText.ts';

/** From where to where (end exclusive) in the text as given. */
export type Range = [start: number, end: number];

/** Where a text says what the query asks for: in order, not overlapping, neighbours joined. */
export function highlightRanges(text: string, query: string | ParsedQuery): Range[] {
  const wanted = wantedAlternatives(typeof query === 'string' ? parseQuery(query) : query);
  if (wanted.length === 0) return [];
  const tokens = tokensOf(text);
  return joined(wanted.flatMap((alternative) => placesOf(alternative, tokens, text)));
}

/** The title and summary of a card are looked at several times each. */
const tokensOf: (text: string) => readonly Token[] = rememberedByText(tokenise, 500);

/** Words that say nothing are marked only when there are no others. */
function wantedAlternatives({ clauses }: ParsedQuery): Alternative[] {
  const telling = clauses.filter(({ isStopWord }) => !isStopWord);
  return (telling.length > 0 ? telling : clauses).flatMap(({ alternatives }) => alternatives);
}

function placesOf({ terms, isPrefix }: Alternative, tokens: readonly Token[], text: string): Range[] {
  const [first = ''] = terms;
  if (terms.length > 1) return phrasesIn(terms, tokens);
  if (isPrefix && isHan(first.charCodeAt(0))) return charactersIn(first, text);
  return tokens
    .filter(({ term, kind }) => term === first || (isPrefix && kind !== 'han' && term.startsWith(first)))
    .map(({ start, end }) => [start, end]);
}

function phrasesIn(terms: string[], tokens: readonly Token[]): Range[] {
  const words = tokens.filter(({ isExtra }) => !isExtra);
  // The lone last character of a run is a term of the index only: a phrase across runs skips it here.
  const wanted = terms.filter((term, index) => !(isLoneEnd(term) && terms[index - 1]?.endsWith(term)));
  return words.flatMap(({ start }, index): Range[] => {
    const isHere = wanted.every((term, offset) => words[index + offset]?.term === term);
    return isHere ? [[start, words[index + wanted.length - 1]?.end ?? start]] : [];
  });
}

function isLoneEnd(term: string): boolean {
  return isHan(term.charCodeAt(0)) && [...term].length === 1;
}

function charactersIn(character: string, text: string): Range[] {
  const folded = foldText(text);
  const ranges: Range[] = [];
  for (let at = folded.text.indexOf(character); at >= 0; at = folded.text.indexOf(character, at + 1)) {
    ranges.push([folded.startOf(at), folded.endOf(at + character.length - 1)]);
  }
  return ranges;
}

function joined(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const [start, end] of ranges.toSorted((left, right) => left[0] - right[0] || left[1] - right[1])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
