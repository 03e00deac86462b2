import {
  type AnalysedDocument,
  analyseDocument,
  FIELD_CLASSES,
  type FieldClass,
} from './analysis/analysedDocument.ts';
import { isHan } from './analysis/tokenise.ts';
import type { Alternative } from './query/alternatives.ts';
import { clauseWeight } from './query/clauseWeight.ts';
import { type Clause, type ParsedQuery, parseQuery } from './query/parseQuery.ts';
import type { FindRequest, FoundListing, SearchText } from './searchIndex.ts';

/** The first so many by relevance are put in order here, so that both engines show the same first pages. */
export const RANKED_CANDIDATES = 200;

/** What a word counts in each class, and the length in characters at which a line counts as ordinary. */
const CLASS_WEIGHTS: Record<FieldClass, { weight: number; ordinaryLength: number }> = {
  title: { weight: 8, ordinaryLength: 40 },
  identifier: { weight: 10, ordinaryLength: 120 },
  summary: { weight: 3, ordinaryLength: 300 },
  body: { weight: 1, ordinaryLength: 1200 },
};

const PREFIX_SHARE = 0.7;
const SATURATION = 6;
const MOST_REPEATS = 6;

export interface Candidate {
  id: string;
  texts: SearchText[];
  identifiers: string[];
}

export interface AnalysedCandidate {
  id: string;
  lines: AnalysedDocument;
  /** Taken off its score. */
  loss?: number;
}

/** Candidates by how well their texts answer the query, best first, ties by id. The same texts give the same scores whatever engine found them. */
export function orderByRelevance(query: string, candidates: Candidate[]): FoundListing[] {
  return orderAnalysed(
    parseQuery(query),
    candidates.map((candidate) => ({ id: candidate.id, lines: analyseDocument(candidate) })),
  );
}

/** As `orderByRelevance`, of what was analysed before. */
export function orderAnalysed(query: ParsedQuery, candidates: AnalysedCandidate[]): FoundListing[] {
  const strengths = candidates.map(({ lines }) => query.clauses.map((clause) => strengthOf(clause, lines)));
  const weights = query.clauses.map((clause, index) => {
    const holders = strengths.filter((ofDocument) => (ofDocument[index]?.total ?? 0) > 0).length;
    return clauseWeight(clause) * Math.log(2 + candidates.length / (holders + 0.5));
  });
  return candidates
    .map(({ id, lines, loss = 0 }, index) => ({
      id,
      score: round(scoreOf(query, strengths[index] ?? [], weights, lines) - loss),
    }))
    .sort((left, right) => right.score - left.score || compareIds(left.id, right.id));
}

/** What a document loses of its score for a number of its own. */
export function lossOf(demote: FindRequest['demote'], value: number | undefined): number {
  if (demote === undefined) return 0;
  return value !== undefined && value >= demote.below ? 0 : demote.loss;
}

/** Ids compare by code unit everywhere, never by locale. */
export function compareIds(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Whether a document says a clause in any of its spellings. */
export function saysClause(clause: Clause, lines: AnalysedDocument): boolean {
  return isFound(strengthOf(clause, lines));
}

interface Strength {
  /** Weighted occurrences in all classes. */
  total: number;
  isInTitle: boolean;
  isIdentifier: boolean;
  /** A pair of Han characters that stand apart, each in a word that was asked for. */
  isBridged: boolean;
}

/**
 * What is asked for and found comes first (0 to 1, and 2 more for all of it), then how strongly it is said, whether the
 * words stand together, whether the title says them all, and whether an identifier of the listing's own was meant.
 */
function scoreOf(
  query: ParsedQuery,
  strengths: Strength[],
  weights: number[],
  lines: AnalysedDocument,
): number {
  const asked = sum(weights);
  if (asked === 0) return 0;
  const share = (tell: (strength: Strength) => number) =>
    sum(strengths.map((strength, index) => (weights[index] ?? 0) * tell(strength))) / asked;
  const found = share((strength) => (isFound(strength) ? 1 : 0));
  const isComplete = query.clauses.every(({ isStopWord }, index) => isStopWord || isFound(strengths[index]));
  const said = share(({ total }) => saturated(total));
  const inTitle = share(({ isInTitle }) => (isInTitle ? 1 : 0));
  const owned = strengths.some(({ isIdentifier }) => isIdentifier) ? 1 : 0;
  const together = jointShare(query.joints, lines);
  return round(
    found + (isComplete ? 2 : 0) + 0.6 * said + 0.5 * together + 0.4 * inTitle * inTitle + 1.5 * owned,
  );
}

function strengthOf(clause: Clause, lines: AnalysedDocument): Strength {
  const strength: Strength = {
    total: 0,
    isInTitle: false,
    isIdentifier: false,
    isBridged: isBridged(clause, lines),
  };
  for (const name of FIELD_CLASSES) {
    const occurrences = Math.max(
      ...clause.alternatives.map((alternative) => countOf(alternative, lines[name])),
    );
    if (occurrences === 0) continue;
    strength.total += classStrength(name, occurrences, lines[name].length);
    if (name === 'title') strength.isInTitle = true;
    if (name === 'identifier' && clause.kind === 'identifier') strength.isIdentifier = true;
  }
  return strength;
}

/** How strongly a term is said outside of title and identifiers. */
export function strengthElsewhere(term: string, lines: AnalysedDocument): number {
  const needle = isHan(term.charCodeAt(0)) ? term : ` ${term} `;
  return (
    classStrength('summary', countOf({ needle, isPrefix: false }, lines.summary), lines.summary.length) +
    classStrength('body', countOf({ needle, isPrefix: false }, lines.body), lines.body.length)
  );
}

/** What a word counts that is said once in a title of so many characters. */
export function titleStrength(length: number): number {
  return classStrength('title', 1, length);
}

/** Strengths beyond measure do not add up. */
export function saturated(strength: number): number {
  return strength / (strength + SATURATION);
}

/** What a word counts that is said so often in a class of so many characters. */
function classStrength(name: FieldClass, occurrences: number, length: number): number {
  const { weight, ordinaryLength } = CLASS_WEIGHTS[name];
  return (weight * Math.min(occurrences, MOST_REPEATS)) / (0.5 + (0.5 * length) / ordinaryLength);
}

function isFound(strength: Strength | undefined): boolean {
  return strength !== undefined && (strength.total > 0 || strength.isBridged);
}

function isBridged({ bridgedBy }: Clause, lines: AnalysedDocument): boolean {
  return bridgedBy?.every((pair) => FIELD_CLASSES.some((name) => lines[name].includes(pair))) ?? false;
}

function countOf({ needle, isPrefix }: Pick<Alternative, 'needle' | 'isPrefix'>, line: string): number {
  let count = 0;
  for (let at = line.indexOf(needle); at >= 0 && count < MOST_REPEATS; count += 1) {
    at = line.indexOf(needle, at + Math.max(1, needle.length - 1));
  }
  return isPrefix ? count * PREFIX_SHARE : count;
}

function jointShare(joints: string[], lines: AnalysedDocument): number {
  if (joints.length === 0) return 0;
  const told = joints.map((joint) => {
    if (lines.title.includes(joint)) return 1;
    if (lines.summary.includes(joint)) return 0.7;
    return lines.body.includes(joint) || lines.identifier.includes(joint) ? 0.5 : 0;
  });
  return sum(told) / joints.length;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Equal texts must tie whatever the order their parts were added in. */
function round(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
