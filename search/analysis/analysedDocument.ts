import type { SearchDocument, SearchText } from '../searchIndex.ts';
import { isHan, type Token, tokenise } from './tokenise.ts';

export const FIELD_CLASSES = ['title', 'identifier', 'summary', 'body'] as const;

export type FieldClass = (typeof FIELD_CLASSES)[number];

/**
 * Each class of fields as one line of terms between spaces: ` 6061t6 铝合金 weld `. Han runs stay whole, so
 * that finding a pair of characters is finding a substring; extras follow behind all words, where they part
 * no phrase. This is what both engines index and what the scorer reads.
 */
export type AnalysedDocument = Record<FieldClass, string>;

/** More of one text than this is not searched; no form takes as much. */
const LONGEST_TEXT = 50_000;

/** Analyses what a document can be found by. */
export function analyseDocument({
  texts,
  identifiers,
}: Pick<SearchDocument, 'texts' | 'identifiers'>): AnalysedDocument {
  const ofClass = (wanted: FieldClass) =>
    texts.filter((text) => classOf(text) === wanted).flatMap(bothLanguages);
  return {
    title: analyseTexts(ofClass('title')),
    identifier: analyseTexts([...identifiers, ...ofClass('identifier')]),
    summary: analyseTexts(ofClass('summary')),
    body: analyseTexts(ofClass('body')),
  };
}

/** The class whose weight is next to the field's own: 8 for titles, 4 for summaries and keywords, less for the rest. */
function classOf({ weight }: SearchText): FieldClass {
  if (weight >= 6) return 'title';
  return weight >= 3 ? 'summary' : 'body';
}

function bothLanguages({ zh, en }: SearchText): string[] {
  return [zh, en].filter((text) => text !== undefined);
}

/** Texts as one line; between two of them stands a mark that no phrase crosses. */
export function analyseTexts(texts: string[]): string {
  const words: string[] = [];
  const extras = new Set<string>();
  for (const text of texts) {
    if (words.length > 0) words.push('/');
    addWords(tokenise(text.slice(0, LONGEST_TEXT)), words, extras);
  }
  if (words.length === 0) return '';
  return ` ${[...words, ...(extras.size > 0 ? ['/'] : []), ...extras].join(' ')} `;
}

/** Words in a row as they stand in a line, without the spaces around. */
export function lineOf(tokens: Token[]): string {
  const words: string[] = [];
  addWords(tokens, words, new Set());
  return words.join(' ');
}

function addWords(tokens: Token[], words: string[], extras: Set<string>): void {
  let runEnd = -1;
  for (const { term, kind, start, end, isExtra } of tokens) {
    if (isExtra) {
      extras.add(term);
    } else if (kind === 'han' && start < runEnd) {
      words[words.length - 1] += lastCharacter(term);
    } else {
      words.push(term);
    }
    if (kind === 'han') runEnd = end;
  }
}

/**
 * The terms an engine indexes for a line: pairs of Han characters, the last character of a run alone (so that
 * `铝*` finds every 铝), everything else as it is.
 */
export function engineTerms(line: string): string[] {
  return line
    .split(' ')
    .flatMap((word) => (isHan(word.charCodeAt(0)) ? pairs(word) : word === '' ? [] : [word]));
}

/** The same in one string, which is twice as quick to make as a list of them. */
export function engineText(line: string): string {
  let text = '';
  for (const word of line.split(' ')) {
    if (word === '') continue;
    if (!isHan(word.charCodeAt(0))) text += `${word} `;
    else if (SURROGATE.test(word)) text += `${pairs(word).join(' ')} `;
    else for (let at = 0; at < word.length; at += 1) text += `${word.slice(at, at + 2)} `;
  }
  return text.trimEnd();
}

const SURROGATE = /[\ud800-\udfff]/;

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

function lastCharacter(term: string): string {
  return term.length === 2 && !SURROGATE.test(term) ? term.charAt(1) : ([...term].at(-1) ?? '');
}
