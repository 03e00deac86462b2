import { isStopWord } from '../analysis/stopWords.ts';
import { type Token, tokenise } from '../analysis/tokenise.ts';
import { type Alternative, alternativesOf, phrase } from './alternatives.ts';
import { addSynonyms, type Synonyms } from './synonyms.ts';

/** One thing a document should have, in any of its spellings. */
export interface Clause {
  alternatives: Alternative[];
  kind: Token['kind'] | 'phrase';
  isStopWord: boolean;
  /**
   * For a pair of Han characters inside a longer run, the pairs before and after: who says both has said each
   * of these characters in a word. 废水处理 is asked for in full by 废水深度处理, which lacks 水处.
   */
  bridgedBy: [before: string, after: string] | null;
}

/** What somebody typed, understood: words, "phrases", -without. */
export interface ParsedQuery {
  clauses: Clause[];
  without: Clause[];
  /** Pieces of an analysed line that show words stand together as they were typed. */
  joints: string[];
}

/** More than this is read by nobody; what follows adds nothing to what the words before say. */
const LONGEST_QUERY = 20_000;
const MOST_CLAUSES = 600;

const QUOTED =
  /(?<![^\s])[-－](?=[^\s\d])(?:"([^"]*)"|“([^”]*)”|「([^」]*)」|(\S+))|"([^"]*)"|“([^”]*)”|「([^」]*)」/g;

/** Understands any string; quotes that do not close are ignored. Names among the synonyms may be said otherwise. */
export function parseQuery(text: string, synonyms: readonly Synonyms[] = []): ParsedQuery {
  const query: ParsedQuery = { clauses: [], without: [], joints: [] };
  const typed = text.slice(0, LONGEST_QUERY);
  let at = 0;
  for (const match of typed.matchAll(QUOTED)) {
    addWords(query, typed.slice(at, match.index), false);
    const [, ...groups] = match;
    const excluded = groups.slice(0, 4).find((group) => group !== undefined);
    const phrase = groups.slice(4).find((group) => group !== undefined);
    if (excluded !== undefined) addPhrase(query.without, query, excluded);
    if (phrase !== undefined) addPhrase(query.clauses, query, phrase);
    at = match.index + match[0].length;
  }
  addWords(query, typed.slice(at), true);
  return {
    ...query,
    clauses: addSynonyms(distinct(query.clauses), synonyms),
    joints: [...new Set(query.joints)].slice(0, MOST_CLAUSES),
  };
}

/** Clauses that must be said: those that tell something, or all where none does. */
export function requiredClauses({ clauses }: ParsedQuery): Clause[] {
  const telling = clauses.filter(({ isStopWord }) => !isStopWord);
  return telling.length > 0 ? telling : clauses;
}

/** With fewer documents that say everything, those that say about half of it are found too. */
export const FEW_FOUND = 5;

function addWords(query: ParsedQuery, text: string, isLast: boolean): void {
  const tokens = tokenise(text);
  for (let index = 0; index < tokens.length; ) {
    const group = groupAt(tokens, index);
    const [first] = group;
    if (!first) break;
    const isOpen = isLast && index + group.length === tokens.length && /[\p{L}\p{N}]$/u.test(text);
    const bridgedBy = bridgeAt(tokens, index);
    for (const part of partsOf(group)) query.clauses.push({ ...toClause(part, text, isOpen), bridgedBy });
    index += group.length;
  }
  query.joints.push(...jointsOf(tokens, text));
}

function toClause(group: Token[], text: string, isOpen: boolean): Clause {
  const [first] = group;
  return {
    alternatives: alternativesOf(group, text, isOpen),
    kind: first?.kind ?? 'latin',
    isStopWord: isStopWord(first?.term ?? ''),
    bridgedBy: null,
  };
}

function bridgeAt(tokens: Token[], index: number): Clause['bridgedBy'] {
  const [before, pair, after] = tokens.slice(Math.max(0, index - 1), index + 2);
  if (index === 0 || !before || !pair || !after) return null;
  const isInside =
    [before, pair, after].every(({ kind }) => kind === 'han') &&
    before.end > pair.start &&
    pair.end > after.start;
  return isInside ? [before.term, after.term] : null;
}

/** A range is two quantities: each number with its own extras. */
function partsOf(group: Token[]): Token[][] {
  const numbers = group.filter(({ kind, isExtra }) => kind === 'number' && !isExtra);
  if (numbers.length < 2) return [group];
  return numbers.map((number) =>
    group.filter((token) => token === number || (token.isExtra && token.start === number.start)),
  );
}

/** A token with its extras, and with the words its quantity or joined word spans. */
function groupAt(tokens: Token[], index: number): Token[] {
  let end = tokens[index]?.end ?? 0;
  let next = index + 1;
  for (let token = tokens[next]; token; token = tokens[next]) {
    const isExtra = token.isExtra && token.start === tokens[index]?.start;
    if (!isExtra && !(end > (tokens[index]?.end ?? 0) && token.start < end)) break;
    if (isExtra) end = Math.max(end, token.end);
    next += 1;
  }
  return tokens.slice(index, next);
}

function addPhrase(clauses: Clause[], query: ParsedQuery, text: string): void {
  const tokens = tokenise(text);
  const words = tokens.filter(({ isExtra }) => !isExtra);
  if (words.length === 0) return;
  if (words.length === 1) clauses.push(toClause(tokens, text, false));
  else clauses.push({ alternatives: [phrase(words)], kind: 'phrase', isStopWord: false, bridgedBy: null });
  if (clauses === query.clauses) query.joints.push(...jointsOf(tokens, text));
}

/** Three Han characters in a row, two Latin words in a row: what pairs and single words do not tell. */
function jointsOf(tokens: Token[], text: string): string[] {
  const words = tokens.filter(({ isExtra }) => !isExtra);
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    if (!next) return [];
    if (word.kind === 'han' && next.kind === 'han' && next.start < word.end) {
      return [word.term + ([...next.term].at(-1) ?? '')];
    }
    const isNear = /^[^\p{L}\p{N},;.，。；]*$/u.test(text.slice(word.end, next.start));
    return isNear && word.kind !== 'han' && next.kind !== 'han' ? [` ${word.term} ${next.term} `] : [];
  });
}

function distinct(clauses: Clause[]): Clause[] {
  const byKey = new Map(clauses.map((clause) => [JSON.stringify(clause.alternatives), clause]));
  return [...byKey.values()].slice(0, MOST_CLAUSES);
}
