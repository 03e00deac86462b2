import { type ClauseRole, roleOf } from './clauseRole.ts';
import type { Sentence } from './sentences.ts';

/** A part of a sentence between commas, and what it does in a demand. */
export interface Clause {
  text: string;
  role: ClauseRole;
}

/** Commas that part clauses, and the words that turn a sentence round; not the comma within a number. */
const PARTING =
  /[，；]|[,;](?!\d)|(?<=[^\s,;]\s)(?:but|however|yet)\b|(?<=\p{Script=Han})(?=但|可是|不过|就是)/gu;

/** What goes on over the commas until a clause says something else about itself. */
const GOES_ON: ReadonlySet<ClauseRole> = new Set(['need', 'failed', 'background', 'excluded', 'problem']);
/** So many clauses before the first trouble or need are an opening; fewer only come to the point. */
const SHORTEST_OPENING = 4;

/**
 * The clauses of a text in order. What a need, a failure or a praise begins with holds for what follows in its
 * sentence. What is told at length before the first word of trouble or need is an opening, wherever that word stands.
 */
export function clausesOf(sentences: readonly Sentence[]): Clause[] {
  const clauses = sentences.flatMap(clausesOfSentence);
  const first = clauses.findIndex(({ role }) => role === 'need' || role === 'problem');
  if (first < SHORTEST_OPENING) return clauses;
  const isOpening = (at: number, role: ClauseRole) => at < first && role === 'plain';
  return clauses.map((clause, at) => (isOpening(at, clause.role) ? { ...clause, role: 'opening' } : clause));
}

function clausesOfSentence({ text }: Sentence): Clause[] {
  let held: ClauseRole = 'plain';
  return pieces(text).map((piece) => {
    const own = roleOf(piece);
    if (GOES_ON.has(own) && !(own === 'problem' && held === 'need')) held = own;
    return { text: piece, role: own === 'plain' ? held : own };
  });
}

function pieces(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const { index } of text.matchAll(PARTING)) {
    if (index > start) found.push(text.slice(start, index));
    start = index;
  }
  found.push(text.slice(start));
  return found.filter((piece) => piece.trim() !== '');
}
