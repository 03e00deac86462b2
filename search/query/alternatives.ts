import { engineTerms, lineOf } from '../analysis/analysedDocument.ts';
import { foldText } from '../analysis/foldText.ts';
import { isHan, type Token } from '../analysis/tokenise.ts';

/** One spelling of a clause: terms that stand in a row; with `isPrefix` the last one may go on. */
export interface Alternative {
  /** As an engine has them (`engineTerms`). */
  terms: string[];
  isPrefix: boolean;
  /** The same as a piece of an analysed line. */
  needle: string;
  /** The name as typed whose every clause says this other name instead. */
  synonymOf?: string;
}

const SHORTEST_PREFIX = 3;

/**
 * The spellings a group of tokens is found by: a quantity in its base unit, an identifier whole or written
 * apart (6061 T6), a joined word, a single Han character as part of any word. With `isOpen` the last word
 * may still be being typed.
 */
export function alternativesOf(group: Token[], text: string, isOpen: boolean): Alternative[] {
  const [first, ...others] = group;
  if (!first) return [];
  const extras = others.filter(({ isExtra, start }) => isExtra && start === first.start);
  const typed = foldText(text.slice(first.start, first.end)).text;
  if (first.kind === 'identifier')
    return [...identifierAlternatives(first.term, typed), ...prefixOf(typed, isOpen)];
  if (first.kind === 'number' && extras.length > 0) return extras.map(({ term }) => exactly(term));
  if (first.kind === 'latin' && extras.length > 0) {
    const apart = [first, ...others.filter(({ isExtra }) => !isExtra)];
    return [...extras.map(({ term }) => exactly(term)), phrase(apart)];
  }
  if (first.kind === 'han' && [...first.term].length === 1) return [prefix(first.term)];
  return [exactly(first.term), ...(first.kind === 'han' ? [] : prefixOf(typed, isOpen))];
}

/** Words that must stand in a row as they do in the query. */
export function phrase(words: Token[]): Alternative {
  const line = lineOf(words);
  const terms = engineTerms(line);
  const endsInHan = words.at(-1)?.kind === 'han';
  // The last character of a run is a term of its own in the index only where the run ends.
  if (endsInHan && terms.length > 1) terms.pop();
  return {
    terms,
    isPrefix: false,
    needle: `${words[0]?.kind === 'han' ? '' : ' '}${line}${endsInHan ? '' : ' '}`,
  };
}

function identifierAlternatives(term: string, typed: string): Alternative[] {
  if (/^\d{8,12}\.[\dx]$/.test(term)) return [exactly(term), exactly(term.slice(0, -2))];
  const numbered = /^(?:zl|cn)(\d{4,11})$/.exec(term);
  if (numbered) return [exactly(term), prefix(numbered[1] ?? term)];
  const pieces = typed.includes('-') ? typed.split('-') : (typed.match(/[a-z]+|\d+(?:\.\d+)*/g) ?? []);
  const isGrade = /^[a-z0-9.]+$/.test(term) && pieces.join('') === term && pieces.length > 1;
  return isGrade
    ? [exactly(term), { terms: pieces, isPrefix: false, needle: ` ${pieces.join(' ')} ` }]
    : [exactly(term)];
}

function prefixOf(typed: string, isOpen: boolean): Alternative[] {
  const canGoOn =
    isOpen && typed.length >= SHORTEST_PREFIX && !/[ /]/.test(typed) && !isHan(typed.charCodeAt(0));
  return canGoOn ? [prefix(typed.replaceAll('-', ''))] : [];
}

function exactly(term: string): Alternative {
  return { terms: [term], isPrefix: false, needle: isHan(term.charCodeAt(0)) ? term : ` ${term} ` };
}

function prefix(term: string): Alternative {
  return { terms: [term], isPrefix: true, needle: isHan(term.charCodeAt(0)) ? term : ` ${term}` };
}
