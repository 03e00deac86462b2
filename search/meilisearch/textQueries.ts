import type { Alternative } from '../query/alternatives.ts';
import type { Clause } from '../query/parseQuery.ts';
import { encodeTerm } from './encodeTerm.ts';

/** Meilisearch reads no more words of a query than this, a phrase counting as one. */
const MOST_WORDS = 10;
/** Meilisearch has no "or": other spellings are other queries, this many together at most. */
const MOST_QUERIES = 8;

/**
 * The queries that together find what says every clause; null when there are too many words for one query. Every
 * word is quoted, since a quoted word is neither a prefix nor optional; a word that may go on stands last.
 */
export function strictQueries(required: Clause[], without: Clause[]): string[] | null {
  const queries = alignments(required).flatMap((clauses) => spelledOut(clauses));
  const isTooLong = alignments(required).some((clauses) => clauses.length > MOST_WORDS);
  if (isTooLong) return null;
  const excluded = without.flatMap(({ alternatives }) =>
    alternatives.map((alternative) => `-${quoted(alternative)}`),
  );
  const unique = [
    ...new Set(queries.slice(0, MOST_QUERIES).map((alternatives) => compose(alternatives, excluded))),
  ];
  return unique;
}

/** The query for what any document says beside something excluded; empty when nothing is. */
export function withoutQuery(without: Clause[]): string {
  return without
    .flatMap(({ alternatives }) => alternatives.map((alternative) => `-${quoted(alternative)}`))
    .join(' ');
}

/** One query a spelling of a single clause. */
export function clauseQueries({ alternatives }: Pick<Clause, 'alternatives'>): string[] {
  return alternatives.map((alternative) => compose([alternative], []));
}

/** For a short query with something wrong in it: what is left when one clause, or two that touch, are left out. */
export function queriesLeavingOut(required: Clause[]): string[] {
  if (required.length < 3 || required.length > MOST_WORDS + 2) return [];
  const left = required.flatMap((_, index) => [
    required.filter((_clause, at) => at !== index),
    required.filter((_clause, at) => at !== index && at !== index + 1),
  ]);
  return [
    ...new Set(
      left.filter((clauses) => clauses.length > 0).flatMap((clauses) => strictQueries(clauses, []) ?? []),
    ),
  ];
}

/**
 * Of the pairs of a Han run every second one can be left out, since its characters are in the pairs beside it:
 * counted from the first pair, and from the second.
 */
function alignments(clauses: Clause[]): Clause[][] {
  const [even, odd]: [Clause[], Clause[]] = [[], []];
  let position = 0;
  for (const clause of clauses) {
    position = clause.bridgedBy ? position + 1 : 0;
    if (!clause.bridgedBy || position % 2 === 0) even.push(clause);
    if (!clause.bridgedBy || position % 2 === 1) odd.push(clause);
  }
  return even.length === clauses.length || odd.length === clauses.length
    ? [even.length < odd.length ? even : odd]
    : [even, odd];
}

function spelledOut(clauses: Clause[]): Alternative[][] {
  const first = clauses.map(({ alternatives }) => primary(alternatives));
  const others = clauses.flatMap(({ alternatives }, index) =>
    alternatives
      .filter(({ synonymOf }) => synonymOf === undefined)
      .filter((alternative) => alternative !== first[index] && !isCovered(alternative, first[index]))
      .map((alternative) => first.with(index, alternative)),
  );
  return [first, ...byOtherNames(clauses, first), ...others].map((spelling) =>
    spelling.filter((alternative) => alternative !== undefined),
  );
}

/** Another name stands for all clauses of the name that was typed at once. */
function byOtherNames(clauses: Clause[], first: (Alternative | undefined)[]): (Alternative | undefined)[][] {
  const keyOf = ({ synonymOf, needle }: Alternative) => JSON.stringify([synonymOf, needle]);
  const names = clauses.flatMap(({ alternatives }) =>
    alternatives.filter(({ synonymOf }) => synonymOf !== undefined),
  );
  return [...new Set(names.map(keyOf))].map((key) =>
    clauses.map(
      ({ alternatives }, index) =>
        alternatives.find((one) => one.synonymOf !== undefined && keyOf(one) === key) ?? first[index],
    ),
  );
}

/** A word being typed that is its own stem is found by its prefix alone. */
function primary(alternatives: Alternative[]): Alternative | undefined {
  const [exact] = alternatives;
  return alternatives.find(({ isPrefix, terms }) => isPrefix && exact?.terms[0] === terms[0]) ?? exact;
}

function isCovered(alternative: Alternative, by: Alternative | undefined): boolean {
  return by?.isPrefix === true && alternative.terms.join(' ') === by.terms.join(' ');
}

function compose(alternatives: Alternative[], excluded: string[]): string {
  const isOpen = ({ isPrefix, needle }: Alternative) => isPrefix && needle.startsWith(' ');
  const open = alternatives.filter(isOpen);
  const closed = alternatives.filter((alternative) => !isOpen(alternative));
  return [
    ...excluded,
    ...new Set(closed.map(quoted)),
    ...open.map(({ terms }) => encodeTerm(terms.join(''))),
  ].join(' ');
}

function quoted({ terms }: Alternative): string {
  return `"${terms.map(encodeTerm).join(' ')}"`;
}
