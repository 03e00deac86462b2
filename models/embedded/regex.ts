import { refused } from './errors.ts';

const META = /[\\^$.|?*+()[\]{}]/;

/** @throws unless the expression is anchored at the start and has no flag other than `i`. */
export function checkAnchored(expression: RegExp): void {
  const shown = `/${expression.source}/${expression.flags}`;
  if (!/^i?$/.test(expression.flags)) throw refused(`the flags of the regular expression ${shown}`);
  if (!expression.source.startsWith('^') || hasAlternative(expression.source)) {
    throw refused(`the regular expression ${shown}, which is not anchored at the start`);
  }
}

/** The literal text every match begins with; empty when there is none to be sure of. */
export function literalPrefix(expression: RegExp): string {
  if (expression.flags !== '') return '';
  const source = expression.source;
  let prefix = '';
  let at = 1;
  while (at < source.length) {
    let character = String.fromCodePoint(source.codePointAt(at) ?? 0);
    let width = character.length;
    if (character === '\\') {
      character = source[at + 1] ?? '';
      if (/[0-9A-Za-z]/.test(character)) break;
      width = 2;
    } else if (META.test(character)) break;
    // A quantifier may make the character optional.
    if (/[?*{]/.test(source[at + width] ?? '')) break;
    prefix += character;
    at += width;
  }
  return prefix;
}

/** Whether `|` stands outside every group, so that one alternative escapes the anchor. */
function hasAlternative(source: string): boolean {
  let depth = 0;
  let isInClass = false;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (isInClass) isInClass = character !== ']';
    else if (character === '[') isInClass = true;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '|' && depth === 0) return true;
  }
  return false;
}
